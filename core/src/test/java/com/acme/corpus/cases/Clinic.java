package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;

import com.acme.clinic.Checkup;
import com.acme.clinic.Pet;
import com.acme.clinic.PetOwner;
import com.acme.clinic.Specialty;
import com.acme.clinic.Vet;
import com.acme.corpus.Case;
import com.acme.shop.Named;
import jakarta.persistence.EntityGraph;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.hibernate.Session;

/** Vets, the owners of pets, and their checkups. */
public final class Clinic {

    @Case(kind = POSITIVE, statements = 6)
    String comparator_that_counts_a_collection(Session session) {
        List<Vet> vets = new ArrayList<>(all(session, Vet.class));
        vets.sort(Comparator.comparingInt(Clinic::rank));
        return vets.get(0).getName();
    }

    private static int rank(Vet vet) {
        return vet.getSpecialties().size(); // N+1: Vet.specialties for comparator_that_counts_a_collection
    }

    @Case(kind = POSITIVE, statements = 11)
    String walk_over_all_getters(Session session) throws ReflectiveOperationException {
        StringBuilder text = new StringBuilder();
        for (Checkup checkup : list(session, "from Checkup c where c.id <= 10 order by c.id", Checkup.class)) {
            write(checkup, text);
        }
        return text.toString();
    }

    private static void write(Object bean, StringBuilder text) throws ReflectiveOperationException {
        Method[] methods = bean.getClass().getDeclaredMethods();
        Arrays.sort(methods, Comparator.comparing(Method::getName));
        for (Method method : methods) {
            if (method.getName().startsWith("get") && method.invoke(bean) instanceof Named related) {
                text.append(related.getName()); // N+1: Checkup.pet and Checkup.vet for walk_over_all_getters
            }
        }
    }

    @Case(kind = POSITIVE, statements = 5)
    int list_by_a_join_column(Session session) {
        int pets = 0;
        for (PetOwner owner : all(session, PetOwner.class)) {
            pets += owner.getPets().size(); // N+1: PetOwner.pets
        }
        return pets;
    }

    @Case(kind = POSITIVE, statements = 14)
    int pets_and_their_checkups(Session session) {
        int checkups = 0;
        for (PetOwner owner : all(session, PetOwner.class)) {
            for (Pet pet : owner.getPets()) { // N+1: PetOwner.pets
                checkups += pet.getCheckups().size(); // N+1: Pet.checkups in PetOwner.pets
            }
        }
        return checkups;
    }

    @Case(kind = POSITIVE, statements = 10)
    int fetch_that_misses_a_level(Session session) {
        int checkups = 0;
        for (PetOwner owner : list(session, "from PetOwner o join fetch o.pets", PetOwner.class)) {
            for (Pet pet : owner.getPets()) {
                checkups += pet.getCheckups().size(); // N+1: Pet.checkups
            }
        }
        return checkups;
    }

    @Case(kind = POSITIVE, statements = 6)
    String entity_graph_that_misses_an_attribute(Session session) {
        EntityGraph<Checkup> graph = session.createEntityGraph(Checkup.class);
        graph.addAttributeNodes("pet");
        StringBuilder names = new StringBuilder();
        for (Checkup checkup : session.createQuery("from Checkup c order by c.id", Checkup.class)
                .setHint("jakarta.persistence.fetchgraph", graph)
                .getResultList()) {
            names.append(checkup.getPet().getName());
            names.append(checkup.getVet().getName()); // N+1: Checkup.vet
        }
        return names.toString();
    }

    @Case(kind = POSITIVE, statements = 6)
    int selected_references(Session session) {
        // fix: left join fetch c.vet.specialties in the query at Queries.list
        // fix: leaves 1 statement
        int specialties = 0;
        for (Vet vet : list(session, "select c.vet from Checkup c order by c.id", Vet.class)) {
            specialties += vet.getSpecialties().size(); // N+1: Vet.specialties
        }
        return specialties;
    }

    @Case(kind = REMEDY, statements = 1, repairs = "selected_references")
    int selected_references_with_what_is_fetched(Session session) {
        int specialties = 0;
        String query = "select c.vet from Checkup c left join fetch c.vet.specialties order by c.id";
        for (Vet vet : list(session, query, Vet.class)) {
            specialties += vet.getSpecialties().size();
        }
        return specialties;
    }

    @Case(kind = POSITIVE, statements = 10)
    int selected_elements(Session session) {
        // fix: left join fetch p.checkups in the query at Queries.list
        // fix: leaves 1 statement
        int checkups = 0;
        for (Pet pet : list(session, "select p from PetOwner o join o.pets p order by p.id", Pet.class)) {
            checkups += pet.getCheckups().size(); // N+1: Pet.checkups
        }
        return checkups;
    }

    @Case(kind = REMEDY, statements = 1, repairs = "selected_elements")
    int selected_elements_with_what_is_fetched(Session session) {
        int checkups = 0;
        String query = "select p from PetOwner o join o.pets p left join fetch p.checkups order by p.id";
        for (Pet pet : list(session, query, Pet.class)) {
            checkups += pet.getCheckups().size();
        }
        return checkups;
    }

    @Case(kind = POSITIVE, statements = 5)
    int left_join_that_does_not_fetch(Session session) {
        String query = "select o from PetOwner o left join o.pets p where p.id <= 4 order by o.id";
        int pets = 0;
        for (PetOwner owner : list(session, query, PetOwner.class)) {
            pets += owner.getPets().size(); // N+1: PetOwner.pets
        }
        return pets;
    }

    @Case(kind = POSITIVE, statements = 4)
    String reference_of_some_rows(Session session) {
        StringBuilder names = new StringBuilder();
        for (Checkup checkup : all(session, Checkup.class)) {
            if (checkup.getId() % 6 == 0) {
                names.append(checkup.getPet().getName()); // N+1: Checkup.pet
            }
        }
        return names.toString();
    }

    @Case(kind = POSITIVE, statements = 10)
    String mapper_of_method_references(Session session) {
        List<Checkup> checkups = all(session, Checkup.class);
        List<String> names =
                checkups.stream().map(Checkup::getPet).map(Pet::getName).toList(); // N+1: Checkup.pet
        return String.join(", ", names);
    }

    /** No key ties a revision to a pet, and a counter would yield the same numbers. */
    @Case(kind = POSITIVE, statements = 10)
    int revisions_of_all_pets(Session session) {
        // fix: one query "select a.petId, max(a.revision) from PetAudit a where a.petId in :ids group by a.petId" at
        // Clinic.revisions_of_all_pets instead of one for each key
        // fix: leaves 2 statements
        int revisions = 0;
        for (Pet pet : all(session, Pet.class)) {
            var query =
                    session.createQuery("select max(a.revision) from PetAudit a where a.petId = :id", Integer.class);
            revisions += query.setParameter("id", pet.getId()).getSingleResult(); // N+1 likely: table PetAudit
        }
        return revisions;
    }

    /** No key ties a revision to a pet, but the loop follows the result through numbers that no counter yields. */
    @Case(kind = POSITIVE, statements = 6)
    int revisions_of_a_result_with_gaps(Session session) {
        int revisions = 0;
        for (Pet pet : list(session, "from Pet p where p.id in (9, 2, 5, 7, 4) order by p.name desc", Pet.class)) {
            var query =
                    session.createQuery("select max(a.revision) from PetAudit a where a.petId = :pet", Integer.class);
            revisions += query.setParameter("pet", pet.getId()).getSingleResult(); // N+1: table PetAudit
        }
        return revisions;
    }

    /** No key ties a revision to a pet, and not all pets are asked for. */
    @Case(kind = POSITIVE, statements = 5)
    int revisions_of_some_pets(Session session) {
        int revisions = 0;
        for (Pet pet : all(session, Pet.class)) {
            if (pet.getId() % 2 == 0) {
                var query =
                        session.createQuery("select max(a.revision) from PetAudit a where a.petId = ?1", Integer.class);
                revisions += query.setParameter(1, pet.getId()).getSingleResult(); // N+1 likely: table PetAudit
            }
        }
        return revisions;
    }

    @Case(kind = REMEDY, statements = 2, repairs = "revisions_of_all_pets")
    int revisions_by_a_group(Session session) {
        List<Object[]> revisions =
                list(session, "select a.petId, max(a.revision) from PetAudit a group by a.petId", Object[].class);
        return all(session, Pet.class).size() - revisions.size();
    }

    @Case(kind = LOOK_ALIKE, statements = 8)
    long checkups_of_a_week(Session session) {
        long checkups = all(session, Vet.class).size();
        LocalDate monday = LocalDate.of(2024, 1, 1);
        for (int day = 0; day < 7; day++) {
            checkups += session.createQuery("select count(c) from Checkup c where c.day = :day", Long.class)
                    .setParameter("day", monday.plusDays(day))
                    .getSingleResult();
        }
        return checkups;
    }

    @Case(kind = LOOK_ALIKE, statements = 4, settings = "hibernate.default_batch_fetch_size=2")
    String batches_of_two_and_a_last_one(Session session) {
        StringBuilder names = new StringBuilder();
        for (Checkup checkup : all(session, Checkup.class)) {
            names.append(checkup.getVet().getName());
        }
        return names.toString();
    }

    @Case(
            kind = LOOK_ALIKE,
            statements = 3,
            settings = {"hibernate.default_batch_fetch_size=4", "hibernate.query.in_clause_parameter_padding=true"})
    int batch_of_four_and_a_last_one(Session session) {
        int specialties = 0;
        for (Vet vet : all(session, Vet.class)) {
            specialties += vet.getSpecialties().size();
        }
        return specialties;
    }

    /** The code names three specialties, and no result holds their ids. */
    @Case(kind = POSITIVE, statements = 4)
    String finds_of_ids_that_other_rows_have(Session session) {
        StringBuilder names = new StringBuilder();
        names.append(all(session, Vet.class).size());
        for (Long id : List.of(5L, 2L, 4L)) {
            names.append(session.find(Specialty.class, id).getName()); // N+1 likely: table Specialty
        }
        return names.toString();
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    int refresh_of_one_row_after_a_change(Session session) {
        List<Vet> vets = all(session, Vet.class);
        Vet changed = vets.get(2);
        changed.setName("Changed");
        session.flush();
        session.refresh(changed);
        return changed.getName().length();
    }

    @Case(kind = REMEDY, statements = 3)
    int references_of_two_levels_by_two_queries(Session session) {
        List<PetOwner> owners = list(session, "from PetOwner o left join fetch o.pets", PetOwner.class);
        int checkups = list(session, "from Pet p left join fetch p.checkups", Pet.class)
                .size();
        List<Checkup> seen = list(session, "from Checkup c join fetch c.vet", Checkup.class);
        for (PetOwner owner : owners) {
            for (Pet pet : owner.getPets()) {
                for (Checkup checkup : pet.getCheckups()) {
                    checkups += checkup.getVet().getName().length();
                }
            }
        }
        return checkups + seen.size();
    }
}
