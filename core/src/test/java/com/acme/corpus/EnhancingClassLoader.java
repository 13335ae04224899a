package com.acme.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.hibernate.bytecode.enhance.spi.DefaultEnhancementContext;
import org.hibernate.bytecode.enhance.spi.Enhancer;
import org.hibernate.bytecode.internal.bytebuddy.BytecodeProviderImpl;

/** Loads the domain and the cases a second time, the entities among them enhanced by Hibernate. */
final class EnhancingClassLoader extends ClassLoader {

    private final Enhancer enhancer = new BytecodeProviderImpl().getEnhancer(new DefaultEnhancementContext());

    EnhancingClassLoader() {
        super(EnhancingClassLoader.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!isDomain(name) && !isCase(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? enhanced(name) : loaded;
        }
    }

    private static boolean isDomain(String name) {
        return name.startsWith("com.acme.") && !name.startsWith("com.acme.corpus.");
    }

    private static boolean isCase(String name) {
        return name.startsWith("com.acme.corpus.cases.");
    }

    private Class<?> enhanced(String name) throws ClassNotFoundException {
        try (InputStream stream = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (stream == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] original = stream.readAllBytes();
            byte[] code = Objects.requireNonNullElse(enhancer.enhance(name, original), original);
            return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
