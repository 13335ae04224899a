package io.querybudget.jdbc;

import io.querybudget.recording.KnownKeys;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * What is known of the keys of each data source, so that all who observe one data source share it.
 *
 * <p>Safe for use by many threads. Data sources are told apart by identity, and are not kept.
 */
final class DataSourceKeys {

    private static final List<DataSourceKeys> ALL = new ArrayList<>();

    private final WeakReference<DataSource> dataSource;
    private final KnownKeys keys = new KnownKeys();

    private DataSourceKeys(DataSource dataSource) {
        this.dataSource = new WeakReference<>(dataSource);
    }

    /** {@return what is known of a data source; of the one below when it is an observed one} */
    static KnownKeys of(DataSource dataSource) {
        return dataSource instanceof ObservedDataSource observed ? of(observed.getDataSource()) : ofTarget(dataSource);
    }

    private static synchronized KnownKeys ofTarget(DataSource target) {
        ALL.removeIf(known -> known.dataSource.refersTo(null));
        for (DataSourceKeys known : ALL) {
            if (known.dataSource.refersTo(target)) {
                return known.keys;
            }
        }
        DataSourceKeys added = new DataSourceKeys(target);
        ALL.add(added);
        return added.keys;
    }
}
