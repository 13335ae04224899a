package io.querybudget.junit;

import com.acme.shop.Shop;
import io.querybudget.Budget;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Loads this library and the fixtures anew, as in a JVM that observed nothing yet and has no AssertJ. */
final class FreshClasses extends URLClassLoader {

    FreshClasses() {
        super(
                Stream.of(Budget.class, Queries.class, Shop.class)
                        .map(FreshClasses::location)
                        .toArray(URL[]::new),
                FreshClasses.class.getClassLoader());
    }

    /** Runs something that finds classes and services by this loader. */
    <T> T run(Supplier<T> task) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(this);
        try {
            return task.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith("org.assertj.")) {
            throw new ClassNotFoundException(name);
        }
        if (!name.startsWith("io.querybudget.") && !name.startsWith("com.acme.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
