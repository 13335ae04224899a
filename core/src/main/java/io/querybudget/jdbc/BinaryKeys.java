package io.querybudget.jdbc;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads keys that are stored as bytes. */
final class BinaryKeys {

    private static final int BYTES_OF_UUID = 16;

    private BinaryKeys() {}

    /** {@return a UUID in place of its bytes, so that it equals one that is bound or read as a UUID; else the value itself} */
    static @Nullable Object comparable(@Nullable Object value) {
        if (value instanceof byte[] bytes && bytes.length == BYTES_OF_UUID) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            return new UUID(buffer.getLong(), buffer.getLong());
        }
        return value;
    }
}
