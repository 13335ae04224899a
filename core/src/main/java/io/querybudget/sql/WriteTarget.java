package io.querybudget.sql;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which table the first write of a statement writes. Not thread-safe. */
final class WriteTarget {

    private @Nullable Block write;
    private @Nullable String alias;

    void start(Block block) {
        if (write == null) {
            write = block;
        }
    }

    void name(Block block, String tableOrAlias) {
        if (block.equals(write)) {
            alias = tableOrAlias;
        }
    }

    /** An update that joins tables before its {@code set} does not say which of them it writes. */
    void set(@Nullable Block block) {
        if (block != null && block.equals(write) && block.sources() > 1) {
            alias = null;
        }
    }

    /** {@return the table, once all aliases are known; empty when that is not certain} */
    Optional<String> table() {
        return write == null || alias == null ? Optional.empty() : write.table(alias);
    }
}
