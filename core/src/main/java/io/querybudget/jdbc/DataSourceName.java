package io.querybudget.jdbc;

import java.lang.reflect.InvocationTargetException;
import javax.sql.DataSource;

/** The names of data sources in messages; they never hold credentials. */
public final class DataSourceName {

    private DataSourceName() {}

    /** {@return the name of the pool if the data source tells it, else the name of its class} */
    public static String of(DataSource dataSource) {
        try {
            Object poolName = dataSource.getClass().getMethod("getPoolName").invoke(dataSource);
            if (poolName != null) {
                return poolName.toString();
            }
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException unnamed) {
            return dataSource.getClass().getSimpleName();
        }
        return dataSource.getClass().getSimpleName();
    }

    /** {@return a JDBC URL without its parameters, user and password} */
    public static String ofUrl(String url) {
        return url.split("[;?(]|:\\w+=", 2)[0].replaceFirst("//[^/]*@", "//").replaceFirst(":[^:/@]+/.*@", ":@");
    }
}
