package io.querybudget.sql;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Remembers the texts that were read last, so that each is analysed once. Thread-safe. */
final class RecentTexts {

    /** In characters; longer texts carry literals and hardly ever come twice. */
    private static final int MAX_LENGTH = 20_000;

    private final Map<String, SqlText> texts;

    RecentTexts(int maxSize) {
        this.texts = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, SqlText> eldest) {
                return size() > maxSize;
            }
        });
    }

    /** Returns the text remembered, else the one read now; two threads may read the same text at the same time. */
    SqlText get(String sql, Function<String, SqlText> reader) {
        if (sql.length() > MAX_LENGTH) {
            return reader.apply(sql);
        }
        SqlText known = texts.get(sql);
        if (known != null) {
            return known;
        }
        SqlText read = reader.apply(sql);
        texts.put(sql, read);
        return read;
    }

    int size() {
        return texts.size();
    }
}
