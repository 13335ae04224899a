package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import java.util.List;
import org.hibernate.ScrollMode;
import org.hibernate.ScrollableResults;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.LazyGroup;

/** What the fix texts say, pasted. */
// Applications still use deprecated forms, and columns are mapped that no case reads.
@SuppressWarnings({"deprecation", "removal", "unchecked", "unused"})
public final class PastedFixes {

    @Case(kind = REMEDY, statements = 1)
    int pictures_fetched(Session session) {
        int letters = 0;
        for (Pages.Section section :
                list(session, "from Section e left join fetch e.asset order by e.id", Pages.Section.class)) {
            letters +=
                    section instanceof Pages.Picture p ? p.getAsset().getUrl().length() : 0;
        }
        return letters;
    }

    @Case(kind = REMEDY, statements = 1)
    int votes_fetched(Session session) {
        return list(session, "from Comment e left join fetch e.votes order by e.id", Pages.Comment.class).stream()
                .mapToInt(comment -> comment.getVotes().size())
                .sum();
    }

    @Case(kind = REMEDY, statements = 1)
    int tags_and_their_pages_fetched(Session session) {
        String query = "from Page p left join fetch p.tags t left join fetch t.pages where p.leaf = true order by p.id";
        int related = 0;
        for (Pages.Page page : list(session, query, Pages.Page.class)) {
            for (Pages.Tag tag : page.getTags()) {
                related += tag.getPages().size();
            }
        }
        return related;
    }

    @Case(kind = REMEDY, statements = 1)
    int scrolled_with_a_fetched_collection(Session session) {
        int items = 0;
        try (ScrollableResults<Checkout.Cart> carts = session.createQuery(
                        "from Cart c left join fetch c.items order by c.id", Checkout.Cart.class)
                .scroll(ScrollMode.FORWARD_ONLY)) {
            while (carts.next()) {
                items += carts.get().getItems().size();
                session.clear();
            }
        }
        if (items != 8) {
            throw new IllegalStateException("items " + items);
        }
        return items;
    }

    /** Batching is on, and the statements are as many as before. */
    @Case(kind = LOOK_ALIKE, statements = 5, settings = "hibernate.jdbc.batch_size=50")
    int update_per_cart_with_batching(Session session) {
        int updated = 0;
        for (Checkout.Cart cart : all(session, Checkout.Cart.class)) {
            updated += session.createMutationQuery("update Cart c set c.owner = upper(c.owner) where c.id = :id")
                    .setParameter("id", cart.getId())
                    .executeUpdate();
        }
        return updated;
    }

    @Case(kind = REMEDY, statements = 1)
    int invitations_fetched(Session session) {
        return list(session, "from Invitation i left join fetch i.guest", Tenants.Invitation.class)
                .size();
    }

    @Case(kind = REMEDY, statements = 1)
    int payers_and_devices_fetched(Session session) {
        return list(session, "from Member m left join fetch m.devices order by m.email", Tenants.Member.class)
                .size();
    }

    @Case(kind = POSITIVE, statements = 5)
    int stateless_items(StatelessSession session) {
        int items = 0;
        List<Checkout.Cart> carts = session.createQuery("from Cart c order by c.id", Checkout.Cart.class)
                .getResultList();
        for (Checkout.Cart cart : carts) {
            session.fetch(cart.getItems()); // N+1: Cart.items
            items += cart.getItems().size();
        }
        return items;
    }

    /** With enhancement: two groups of columns, each read on first use. */
    @Case(kind = POSITIVE, statements = 7)
    int groups_of_lazy_columns(Session session) {
        int letters = 0;
        for (Recipe recipe : all(session, Recipe.class)) {
            letters += recipe.getMethod().length(); // N+1: Recipe.method
            letters += recipe.getHistory().length(); // N+1: Recipe.history
        }
        return letters;
    }

    @Case(kind = POSITIVE, statements = 4)
    int two_columns_of_one_group(Session session) {
        int letters = 0;
        for (Recipe recipe : all(session, Recipe.class)) {
            letters += recipe.getMethod().length(); // N+1: Recipe.method
            letters += recipe.getHints().length();
        }
        return letters;
    }

    @Entity(name = "Recipe")
    public static class Recipe {
        @Id
        private Long id;

        @Basic(fetch = FetchType.LAZY)
        @LazyGroup("work")
        private String method;

        @Basic(fetch = FetchType.LAZY)
        @LazyGroup("work")
        private String hints;

        @Basic(fetch = FetchType.LAZY)
        @LazyGroup("past")
        private String history;

        public String getMethod() {
            return method;
        }

        public String getHints() {
            return hints;
        }

        public String getHistory() {
            return history;
        }
    }
}
