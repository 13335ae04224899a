package io.querybudget.hibernate;

import io.querybudget.Association;
import io.querybudget.KeyRelation;
import io.querybudget.recording.FaultLog;
import io.querybudget.recording.KnownEntities;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.SessionFactoryObserver;
import org.hibernate.bytecode.spi.BytecodeEnhancementMetadata;
import org.hibernate.engine.FetchTiming;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.CollectionClassification;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.DiscriminatedAssociationModelPart;
import org.hibernate.metamodel.mapping.EmbeddableValuedModelPart;
import org.hibernate.metamodel.mapping.ForeignKeyDescriptor;
import org.hibernate.metamodel.mapping.ManagedMappingType;
import org.hibernate.metamodel.mapping.internal.DiscriminatedAssociationAttributeMapping;
import org.hibernate.metamodel.mapping.internal.EntityCollectionPart;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.spi.NavigablePath;
import org.jspecify.annotations.Nullable;

/**
 * The associations of the entity types of one session factory.
 *
 * <p>Safe for use by many threads. The factory itself holds it: it refers to the mapping and so to the factory, which must
 * be collectable.
 */
final class EntityAttributes {

    private static final Map<SessionFactoryImplementor, WeakReference<EntityAttributes>> BY_FACTORY =
            Collections.synchronizedMap(new WeakHashMap<>());

    private final Map<String, List<ToOneAttribute>> toOnesByEntity = new ConcurrentHashMap<>();
    private final Map<String, Association> collectionsByRole = new ConcurrentHashMap<>();
    private final Map<String, EntityWidth> widthsByEntity = new ConcurrentHashMap<>();
    private final Map<String, List<CollectionPersister>> collectionsByEntity = new ConcurrentHashMap<>();

    private final SessionFactoryImplementor factory;
    private final List<KeyRelation> uniqueColumns;
    private volatile @Nullable List<KeyRelation> keys;
    private volatile @Nullable EntityNames names;

    private EntityAttributes(SessionFactoryImplementor factory, List<KeyRelation> uniqueColumns) {
        this.factory = factory;
        this.uniqueColumns = uniqueColumns;
    }

    /** Makes the factory hold its attributes. */
    static void register(SessionFactoryImplementor factory, List<KeyRelation> uniqueColumns) {
        factory.addObserver(new Holder(remember(factory, uniqueColumns)));
    }

    static EntityAttributes of(SessionFactoryImplementor factory) {
        WeakReference<EntityAttributes> reference = BY_FACTORY.get(factory);
        EntityAttributes known = reference == null ? null : reference.get();
        return known == null ? remember(factory, List.of()) : known;
    }

    private static EntityAttributes remember(SessionFactoryImplementor factory, List<KeyRelation> uniqueColumns) {
        EntityAttributes attributes = new EntityAttributes(factory, uniqueColumns);
        BY_FACTORY.put(factory, new WeakReference<>(attributes));
        return attributes;
    }

    /** Keeps attributes as long as the factory that it observes. */
    private record Holder(EntityAttributes attributes) implements SessionFactoryObserver {

        private static final long serialVersionUID = 1;

        @Override
        public void sessionFactoryCreated(SessionFactory created) {
            FaultLog.guard(
                    "tell a data source the keys of a mapping",
                    () -> ObservedConnectionProvider.addMapping(
                            attributes.factory.getServiceRegistry().getService(ConnectionProvider.class),
                            attributes.keys()));
            FaultLog.guard("read what a mapping loads eagerly", () -> KnownEntities.addEager(attributes.eager()));
        }
    }

    /** {@return the foreign keys of the mapping; always the same object} */
    List<KeyRelation> keys() {
        List<KeyRelation> known = keys;
        if (known == null) {
            known = FaultLog.guard("read the keys of a mapping", uniqueColumns, this::readKeys);
            keys = known;
        }
        return known;
    }

    private Map<String, List<Association>> eager() {
        Map<String, List<Association>> eager = new HashMap<>();
        factory.getMappingMetamodel()
                .forEachEntityDescriptor(entity -> eager.put(
                        entity.getEntityName(),
                        Stream.concat(
                                        toOnes(entity).stream()
                                                .filter(ToOneAttribute::isImmediate)
                                                .map(ToOneAttribute::association),
                                        collections(entity).stream()
                                                .map(this::collection)
                                                .filter(Association::eager))
                                .toList()));
        return eager;
    }

    private List<KeyRelation> readKeys() {
        List<KeyRelation> read = new ArrayList<>(uniqueColumns);
        read.addAll(MappedKeys.of(factory, this));
        return List.copyOf(read);
    }

    /** {@return the to-one attributes of an entity type, those in embeddables and superclasses included} */
    List<ToOneAttribute> toOnes(EntityPersister persister) {
        return known(toOnesByEntity, persister.getEntityName(), unused -> {
            List<ToOneAttribute> found = new ArrayList<>();
            collect(persister, persister, List.of(), found);
            return List.copyOf(found);
        });
    }

    /** {@return how much is read of an entity of a type} */
    EntityWidth width(EntityPersister persister) {
        return known(widthsByEntity, persister.getEntityName(), unused -> EntityWidth.of(persister));
    }

    /** {@return the attributes of an enhanced entity type that are loaded on first access} */
    List<Association> lazyBasics(EntityPersister persister) {
        BytecodeEnhancementMetadata enhancement = persister.getBytecodeEnhancementMetadata();
        if (!enhancement.isEnhancedForLazyLoading()) {
            return List.of();
        }
        return enhancement.getLazyAttributesMetadata().getLazyAttributeNames().stream()
                .sorted()
                .map(persister::findAttributeMapping)
                .map(attribute -> lazyAttribute(persister, attribute))
                .toList();
    }

    /** A reference that enhancement leaves for later, such as an inverse one-to-one, is an association like others. */
    private Association lazyAttribute(EntityPersister persister, AttributeMapping attribute) {
        return attribute instanceof ToOneAttributeMapping
                ? toOne(persister, List.of(attribute), Association.Kind.TO_ONE, null)
                        .association()
                : association(
                        declaringEntity(persister, attribute),
                        attribute.getAttributeName(),
                        Association.Kind.LAZY_ATTRIBUTE,
                        false,
                        null);
    }

    /** {@return whether reading an entity of this type may load others} */
    boolean hasAssociations(EntityPersister persister) {
        return persister.hasCollections() || !toOnes(persister).isEmpty();
    }

    /** {@return the collections of an entity type, those of its supertypes included} */
    List<CollectionPersister> collections(EntityPersister persister) {
        return known(collectionsByEntity, persister.getEntityName(), name -> {
            List<CollectionPersister> found = new ArrayList<>();
            persister.getFactory().getMappingMetamodel().forEachCollectionDescriptor(collection -> {
                if (collection.getOwnerEntityPersister().isSubclassEntityName(name)) {
                    found.add(collection);
                }
            });
            return List.copyOf(found);
        });
    }

    /** {@return the association that a collection implements} */
    Association collection(CollectionPersister persister) {
        return known(collectionsByRole, persister.getRole(), role -> {
            String entityName = persister.getOwnerEntityPersister().getEntityName();
            String path = role.startsWith(entityName + ".") ? role.substring(entityName.length() + 1) : role;
            boolean isEager = isImmediate(persister.getAttributeMapping());
            return association(entityName, path, kind(persister), isEager, elementOf(persister));
        });
    }

    private static @Nullable String elementOf(CollectionPersister persister) {
        return persister.getAttributeMapping().getElementDescriptor() instanceof EntityCollectionPart element
                ? element.getEntityMappingType().getEntityName()
                : null;
    }

    private static Association.Kind kind(CollectionPersister persister) {
        if (persister.getAttributeMapping().getElementDescriptor() instanceof DiscriminatedAssociationModelPart) {
            return Association.Kind.ANY_COLLECTION;
        }
        CollectionClassification classification =
                persister.getCollectionSemantics().getCollectionClassification();
        boolean isBag =
                classification == CollectionClassification.BAG || classification == CollectionClassification.ID_BAG;
        return isBag ? Association.Kind.BAG : Association.Kind.COLLECTION;
    }

    private void collect(
            EntityPersister entity,
            ManagedMappingType type,
            List<AttributeMapping> before,
            List<ToOneAttribute> found) {
        type.forEachAttributeMapping(attribute -> {
            List<AttributeMapping> steps = new ArrayList<>(before);
            steps.add(attribute);
            if (attribute instanceof ToOneAttributeMapping toOne) {
                boolean isInverse = toOne.getSideNature() == ForeignKeyDescriptor.Nature.TARGET;
                Association.Kind kind = isInverse ? Association.Kind.INVERSE_TO_ONE : Association.Kind.TO_ONE;
                found.add(toOne(entity, steps, kind, isInverse ? toOne.getReferencedPropertyName() : null));
            } else if (attribute instanceof DiscriminatedAssociationAttributeMapping) {
                found.add(toOne(entity, steps, Association.Kind.ANY, null));
            } else if (attribute instanceof EmbeddableValuedModelPart embedded) {
                collect(entity, embedded.getEmbeddableTypeDescriptor(), steps, found);
            }
        });
    }

    private ToOneAttribute toOne(
            EntityPersister entity,
            List<AttributeMapping> steps,
            Association.Kind kind,
            @Nullable String inverseProperty) {
        String path = steps.stream()
                .map(AttributeMapping::getAttributeName)
                .filter(name -> !name.equals(NavigablePath.IDENTIFIER_MAPPER_PROPERTY))
                .collect(Collectors.joining("."));
        AttributeMapping toOne = steps.get(steps.size() - 1);
        boolean isEager = isImmediate(toOne) && mayBeLazy(toOne);
        String target = toOne instanceof ToOneAttributeMapping mapping
                ? mapping.getAssociatedEntityMappingType().getEntityName()
                : null;
        Association association = association(declaringEntity(entity, steps.get(0)), path, kind, isEager, target);
        return new ToOneAttribute(association, steps, inverseProperty);
    }

    /** A final class has no proxies, and no proxy stands for a row that may be missing: then the mapping has no choice. */
    private static boolean mayBeLazy(AttributeMapping toOne) {
        if (!(toOne instanceof ToOneAttributeMapping mapping)) {
            return true;
        }
        return !mapping.hasNotFoundAction()
                && mayBeReference(mapping.getAssociatedEntityMappingType().getEntityPersister());
    }

    /** {@return whether something can stand for an entity of a type that is not loaded} */
    static boolean mayBeReference(EntityPersister persister) {
        return persister.hasProxy()
                || persister.getBytecodeEnhancementMetadata().isEnhancedForLazyLoading();
    }

    /** {@return whether Hibernate loads an attribute together with its owner} */
    static boolean isImmediate(AttributeMapping attribute) {
        return attribute.getMappedFetchOptions().getTiming() == FetchTiming.IMMEDIATE;
    }

    private Association association(
            String entityName, String path, Association.Kind kind, boolean isEager, @Nullable String target) {
        return new Association(entityName, names().of(entityName), path, kind, isEager, target);
    }

    private EntityNames names() {
        EntityNames known = names;
        if (known == null) {
            Set<String> all = new HashSet<>();
            factory.getMappingMetamodel().forEachEntityDescriptor(entity -> all.add(entity.getEntityName()));
            known = new EntityNames(all);
            names = known;
        }
        return known;
    }

    private static String declaringEntity(EntityPersister entity, AttributeMapping attribute) {
        return attribute.getDeclaringType() instanceof EntityPersister declaring
                ? declaring.getEntityName()
                : entity.getEntityName();
    }

    /** Asked for each entity that is loaded: unlike {@code computeIfAbsent}, a look-up of what is there never locks. */
    private static <V> V known(Map<String, V> byName, String name, Function<String, V> reader) {
        V known = byName.get(name);
        return known == null ? byName.computeIfAbsent(name, reader) : known;
    }
}
