package io.querybudget.hibernate;

import io.querybudget.Owner;
import io.querybudget.recording.FaultLog;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.hibernate.bytecode.enhance.spi.interceptor.EnhancementAsProxyLazinessInterceptor;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.PersistentAttributeInterceptable;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import org.jspecify.annotations.Nullable;

/**
 * Tells which attributes of which entities of a session hold a proxy that is not initialised.
 *
 * <p>Entities are only queued as they are loaded, and looked into when a proxy is initialised for the first time after
 * that, so that sessions without lazy loads pay next to nothing.
 */
final class ProxyHolders {

    /** A row holds fewer entities. */
    private static final int MOST_IN_ROW = 32;

    private final EntityAttributes attributes;
    private final EntityRows rows;
    /** The entities that were read last, newest first; most of them are complete. */
    private final Deque<EntityKey> latest = new ArrayDeque<>(MOST_IN_ROW);

    private final Set<EntityKey> unindexed = new LinkedHashSet<>();
    private final Map<EntityKey, List<Owner>> holdersByTarget = new HashMap<>();

    ProxyHolders(EntityAttributes attributes, EntityRows rows) {
        this.attributes = attributes;
        this.rows = rows;
    }

    /** Notes an entity of the row that is being read, to which code of the application may be given before it is complete. */
    void read(EntityKey key) {
        if (latest.size() == MOST_IN_ROW) {
            latest.removeLast();
        }
        latest.addFirst(key);
    }

    void loaded(EntityKey key) {
        unindexed.add(key);
    }

    void forget(EntityKey key) {
        latest.remove(key);
        unindexed.remove(key);
    }

    void clear() {
        latest.clear();
        unindexed.clear();
        holdersByTarget.clear();
    }

    /** {@return the attributes that hold the proxy of an entity} */
    List<Owner> holdersOf(EntityKey target, SharedSessionContractImplementor session) {
        List<EntityKey> loaded = List.copyOf(unindexed);
        unindexed.clear();
        loaded.forEach(
                key -> FaultLog.guard("look into a loaded entity", () -> forEachHeld(key, session, this::addHolder)));
        List<Owner> known = holdersByTarget.getOrDefault(target, List.of());
        return known.isEmpty() ? holdersInRow(target, session) : known;
    }

    private void addHolder(EntityKey target, Owner holder) {
        holdersByTarget.computeIfAbsent(target, unused -> new ArrayList<>(1)).add(holder);
    }

    /** {@return the attributes of the entity that was read last of those that hold the proxy} */
    private List<Owner> holdersInRow(EntityKey target, SharedSessionContractImplementor session) {
        List<Owner> holders = new ArrayList<>(1);
        for (EntityKey key : List.copyOf(latest)) {
            FaultLog.guard(
                    "look into an entity that is being read",
                    () -> forEachHeld(key, session, (held, holder) -> {
                        if (held.equals(target)) {
                            holders.add(holder);
                        }
                    }));
            if (!holders.isEmpty()) {
                break;
            }
        }
        return holders;
    }

    /** Tells the targets of the proxies that an entity holds, each with the attribute. */
    private void forEachHeld(
            EntityKey key, SharedSessionContractImplementor session, BiConsumer<EntityKey, Owner> consumer) {
        Object entity = session.getPersistenceContextInternal().getEntity(key);
        EntityEntry entry =
                entity == null ? null : session.getPersistenceContextInternal().getEntry(entity);
        if (entity == null || entry == null) {
            return;
        }
        EntityRow row = rows.of(key);
        for (ToOneAttribute attribute : attributes.toOnes(entry.getPersister())) {
            Object value = attribute.valueOf(entity, entry.getLoadedState());
            EntityKey target = uninitialisedTarget(value, session);
            if (target != null) {
                consumer.accept(target, row.owns(attribute.association()));
            }
        }
    }

    private static @Nullable EntityKey uninitialisedTarget(
            @Nullable Object value, SharedSessionContractImplementor session) {
        LazyInitializer proxy = HibernateProxy.extractLazyInitializer(value);
        if (proxy != null) {
            return proxy.isUninitialized() ? EntityKeys.of(proxy, session) : null;
        }
        return enhancedTarget(value);
    }

    /** {@return the key of an enhanced entity of which nothing but the key was read yet, else null} */
    static @Nullable EntityKey enhancedTarget(@Nullable Object value) {
        return value instanceof PersistentAttributeInterceptable enhanced
                        && enhanced.$$_hibernate_getInterceptor() instanceof EnhancementAsProxyLazinessInterceptor lazy
                ? lazy.getEntityKey()
                : null;
    }
}
