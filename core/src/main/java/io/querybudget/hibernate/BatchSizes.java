package io.querybudget.hibernate;

import io.querybudget.Cause;
import org.hibernate.engine.spi.LoadQueryInfluencers;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.spi.MappingMetamodelImplementor;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;

/** Asks the mapping and the session how many owners one statement loads at most. */
final class BatchSizes {

    private BatchSizes() {}

    /**
     * {@return the load of a collection, with what one statement loads at most}
     *
     * @param isSingle whether it is for one owner only, else it is a batch or a subselect
     */
    static Cause of(Cause.CollectionLoad load, boolean isSingle, SharedSessionContractImplementor session) {
        LoadQueryInfluencers influencers = session.getLoadQueryInfluencers();
        CollectionPersister persister =
                metamodel(session).findCollectionDescriptor(load.collection().role());
        int mapped = persister == null ? 1 : influencers.effectiveBatchSize(persister);
        return new Cause.CollectionLoad(load.collection(), isSingle ? 1 : orUnlimited(mapped), Math.max(1, mapped));
    }

    /**
     * {@return the load of an entity, with what one statement loads at most}
     *
     * @param isSingle whether it is for one entity only, else for several that were asked for, or may be loaded, together
     */
    static Cause of(Cause.EntityLoad load, boolean isSingle, SharedSessionContractImplementor session) {
        LoadQueryInfluencers influencers = session.getLoadQueryInfluencers();
        EntityPersister persister = metamodel(session).findEntityDescriptor(load.entityName());
        int mapped = persister == null ? 1 : influencers.effectiveBatchSize(persister);
        return new Cause.EntityLoad(
                load.entityName(),
                load.reason(),
                isSingle ? 1 : orUnlimited(mapped),
                Math.max(1, mapped),
                AskedGraph.of(influencers));
    }

    private static int orUnlimited(int size) {
        return size > 1 ? size : Integer.MAX_VALUE;
    }

    private static MappingMetamodelImplementor metamodel(SharedSessionContractImplementor session) {
        return session.getFactory().getMappingMetamodel();
    }
}
