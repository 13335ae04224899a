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

    /** {@return the size of the batches, {@link Integer#MAX_VALUE} for a subselect} */
    static int of(Cause.CollectionLoad load, SharedSessionContractImplementor session) {
        LoadQueryInfluencers influencers = session.getLoadQueryInfluencers();
        CollectionPersister persister =
                metamodel(session).findCollectionDescriptor(load.collection().role());
        return persister == null ? Integer.MAX_VALUE : orUnlimited(influencers.effectiveBatchSize(persister));
    }

    /** {@return the size of the batches, {@link Integer#MAX_VALUE} when several were asked for without one} */
    static int of(Cause.EntityLoad load, SharedSessionContractImplementor session) {
        LoadQueryInfluencers influencers = session.getLoadQueryInfluencers();
        EntityPersister persister = metamodel(session).findEntityDescriptor(load.entityName());
        return persister == null ? Integer.MAX_VALUE : orUnlimited(influencers.effectiveBatchSize(persister));
    }

    private static int orUnlimited(int size) {
        return size > 1 ? size : Integer.MAX_VALUE;
    }

    private static MappingMetamodelImplementor metamodel(SharedSessionContractImplementor session) {
        return session.getFactory().getMappingMetamodel();
    }
}
