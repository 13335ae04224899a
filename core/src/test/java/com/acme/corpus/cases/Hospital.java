package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.DOUBTFUL;
import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Transient;
import java.sql.Types;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJdbcTypeCode;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.FetchProfile;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.SortComparator;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.Synchronize;

/** Wards, patients and what is done for them, in mappings of every kind. */
// Columns are mapped that no case reads; Hibernate 7 deprecates forms that applications use.
@SuppressWarnings({"unused", "deprecation", "removal"})
public final class Hospital {

    /** The wards are the keys of a sorted map, which compares them. */
    @Case(kind = POSITIVE, statements = 4)
    int patients_by_ward_in_a_sorted_map(Session session) {
        // fix: left join fetch e.ward in the query at Queries.all
        // fix: leaves 1 statement
        return all(session, Patient.class).stream()
                .collect(Collectors.groupingBy( // N+1: Patient.ward
                        Patient::getWard, TreeMap::new, Collectors.counting()))
                .size();
    }

    @Case(kind = REMEDY, statements = 1, repairs = "patients_by_ward_in_a_sorted_map")
    int patients_by_fetched_ward_in_a_sorted_map(Session session) {
        return list(session, "from Patient e left join fetch e.ward order by e.id", Patient.class).stream()
                .collect(Collectors.groupingBy(Patient::getWard, TreeMap::new, Collectors.counting()))
                .size();
    }

    @Case(kind = POSITIVE, statements = 6)
    String relatives_in_a_priority_queue(Session session) {
        // fix: left join fetch e.contact.relative in the query at Queries.all
        // fix: leaves 1 statement
        return firstToCall(all(session, Patient.class));
    }

    @Case(kind = REMEDY, statements = 1, repairs = "relatives_in_a_priority_queue")
    String fetched_relatives_in_a_priority_queue(Session session) {
        String query = "from Patient e left join fetch e.contact.relative order by e.id";
        return firstToCall(list(session, query, Patient.class));
    }

    private static String firstToCall(List<Patient> patients) {
        PriorityQueue<Patient> queue = new PriorityQueue<>(Comparator.comparing(patient ->
                patient.contact.relative.getName())); // N+1: Patient.contact.relative for relatives_in_a_priority_queue
        queue.addAll(patients);
        return queue.remove().getName();
    }

    @Case(kind = POSITIVE, statements = 4)
    int remarks_of_a_bag_with_ids(Session session) {
        int remarks = 0;
        for (Ward ward : all(session, Ward.class)) {
            remarks += ward.getRemarks().size(); // N+1: Ward.remarks
        }
        return remarks;
    }

    @Case(kind = REMEDY, statements = 2)
    int remarks_by_a_subselect_of_the_session(Session session) {
        session.setSubselectFetchingEnabled(true);
        return all(session, Ward.class).stream()
                .mapToInt(ward -> ward.getRemarks().size())
                .sum();
    }

    @Case(kind = POSITIVE, statements = 4)
    String nurses_of_the_night(Session session) {
        // fix: left join fetch e.nurses in the query at Queries.all
        // fix: leaves 1 statement
        StringBuilder names = new StringBuilder();
        for (Ward ward : all(session, Ward.class)) {
            names.append(ward.getNurses().get("night").getName()); // N+1: Ward.nurses
        }
        return names.toString();
    }

    @Case(kind = REMEDY, statements = 1, repairs = "nurses_of_the_night")
    String fetched_nurses_of_the_night(Session session) {
        StringBuilder names = new StringBuilder();
        for (Ward ward : list(session, "from Ward e left join fetch e.nurses order by e.id", Ward.class)) {
            names.append(ward.getNurses().get("night").getName());
        }
        return names.toString();
    }

    /** Each entry is a query, and the maps stay uninitialized. */
    @Case(kind = POSITIVE, statements = 4)
    String nurses_of_the_day_without_the_map(Session session) {
        StringBuilder names = new StringBuilder();
        for (Ward ward : all(session, Ward.class)) {
            names.append(Hibernate.get(ward.getNurses(), "day").getName()); // N+1: Ward.nurses
        }
        return names.toString();
    }

    /** The table between the two belongs to the garage, and one ambulance is not parked. */
    @Case(kind = POSITIVE, statements = 4)
    int ambulances_and_their_garages(Session session) {
        return session.createQuery("from Ambulance a order by a.id", Ambulance.class)
                .getResultList() // N+1: Ambulance.garage
                .size();
    }

    @Case(kind = REMEDY, statements = 1)
    int ambulances_with_fetched_garages(Session session) {
        return list(session, "from Ambulance a left join fetch a.garage order by a.id", Ambulance.class)
                .size();
    }

    /** What a treatment costs is told by another association in each subclass. */
    @Case(kind = POSITIVE, statements = 7)
    int costs_by_kind_of_treatment(Session session) {
        // fix: left join fetch treat(e as Operation).surgeon left join fetch treat(e as Therapy).devices in the
        // query at Queries.all
        // fix: leaves 1 statement
        return all(session, Treatment.class).stream().mapToInt(Treatment::cost).sum();
    }

    @Case(kind = REMEDY, statements = 1, repairs = "costs_by_kind_of_treatment")
    int costs_of_fetched_treatments(Session session) {
        String query = "from Treatment e left join fetch treat(e as Operation).surgeon"
                + " left join fetch treat(e as Therapy).devices order by e.id";
        return list(session, query, Treatment.class).stream()
                .mapToInt(Treatment::cost)
                .sum();
    }

    /** Insurances and households have a table each. */
    @Case(kind = POSITIVE, statements = 4)
    int bills_and_their_payers(Session session) {
        // fix: left join fetch b.payer in the query at Hospital.bills_and_their_payers; or, if nothing here reads
        // Bill.payer, fetch = FetchType.LAZY, and a fetch wherever it is read after its session is closed
        // fix: leaves 1 statement
        return session.createQuery("from Bill b order by b.id", Bill.class)
                .getResultList() // N+1: Bill.payer
                .size();
    }

    @Case(kind = REMEDY, statements = 1, repairs = "bills_and_their_payers")
    int bills_with_fetched_payers(Session session) {
        return list(session, "from Bill b left join fetch b.payer order by b.id", Bill.class)
                .size();
    }

    /** A query of the mapping counts the patients of one ward. */
    @Case(kind = POSITIVE, statements = 4)
    int loads_of_wards(Session session) {
        // fix: one query "select w from WardLoad w where w.id in :ids" instead of one find each at
        // Hospital.loads_of_wards
        // fix: leaves 2 statements
        int patients = 0;
        for (Ward ward : all(session, Ward.class)) {
            patients += session.find(WardLoad.class, ward.getId()).getPatients(); // N+1: table Ward
        }
        return patients;
    }

    @Case(kind = REMEDY, statements = 2, repairs = "loads_of_wards")
    int loads_of_all_wards(Session session) {
        List<Integer> ids = all(session, Ward.class).stream().map(Ward::getId).toList();
        return session
                .createQuery("select w from WardLoad w where w.id in :ids", WardLoad.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .mapToInt(WardLoad::getPatients)
                .sum();
    }

    /** The callback of each sample touches its laboratory. */
    @Case(kind = POSITIVE, statements = 4)
    int labels_of_samples(Session session) {
        // fix: left join fetch e.lab in the query at Queries.all
        // fix: leaves 1 statement
        return all(session, Sample.class).stream()
                .mapToInt(sample -> sample.getText().length())
                .sum();
    }

    @Case(kind = POSITIVE, statements = 6)
    long patients_with_an_allergy(Session session) {
        return all(session, Patient.class).stream()
                .filter(patient -> patient.getAllergies().contains("nuts")) // N+1: Patient.allergies
                .count();
    }

    @Case(kind = POSITIVE, statements = 9)
    int drugs_of_valid_doses(Session session) {
        // fix: left join fetch e.doses d left join fetch d.drug in the query at Queries.all
        // fix: leaves 1 statement
        int letters = 0;
        for (Patient patient : all(session, Patient.class)) {
            for (Dose dose : patient.getDoses()) { // N+1: Patient.doses
                letters += dose.getDrug().getName().length(); // N+1: Dose.drug in Patient.doses
            }
        }
        return letters;
    }

    @Case(kind = REMEDY, statements = 1, repairs = "drugs_of_valid_doses")
    int fetched_drugs_of_valid_doses(Session session) {
        int letters = 0;
        String query = "from Patient e left join fetch e.doses d left join fetch d.drug order by e.id";
        for (Patient patient : list(session, query, Patient.class)) {
            for (Dose dose : patient.getDoses()) {
                letters += dose.getDrug().getName().length();
            }
        }
        return letters;
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    int remarks_by_a_profile(Session session) {
        session.enableFetchProfile("ward-with-remarks");
        return all(session, Ward.class).stream()
                .mapToInt(ward -> ward.getRemarks().size())
                .sum();
    }

    /** Each subclass has its list on the screen. */
    @Case(kind = LOOK_ALIKE, statements = 2)
    int lists_by_subclass(Session session) {
        int rows = 0;
        for (Class<? extends Treatment> type : List.of(Bandage.class, Splint.class)) {
            rows += session.createQuery("from " + type.getSimpleName(), type)
                    .getResultList()
                    .size();
        }
        return rows;
    }

    /** Several parts of a page show the same ward. */
    @Case(kind = LOOK_ALIKE, statements = 4)
    String page_of_one_ward(Session session) {
        Ward ward = session.find(Ward.class, 2);
        return header(ward) + staff(ward) + header(ward) + remarks(ward);
    }

    private static String header(Ward ward) {
        return ward.getName() + " " + ward.getPatients().size();
    }

    private static String staff(Ward ward) {
        return ward.getNurses().keySet() + " of " + ward.getPatients().size();
    }

    private static String remarks(Ward ward) {
        return ward.getRemarks().size() + " for " + ward.getNurses().size();
    }

    /** The query returns both ends. */
    @Case(kind = LOOK_ALIKE, statements = 1)
    int pairs_of_patients_and_wards(Session session) {
        int letters = 0;
        for (Object[] pair : list(session, "select p, w from Patient p join p.ward w", Object[].class)) {
            letters += ((Patient) pair[0]).getWard().getName().length();
        }
        return letters;
    }

    /** The code knows all kinds, and each has its limit. */
    @Case(kind = DOUBTFUL, statements = 4)
    int limits_of_known_kinds(Session session) {
        int sum = 0;
        for (Vital kind : Vital.values()) {
            sum += session.find(VitalLimit.class, kind).getUpper(); // N+1 likely: table VitalLimit
        }
        return sum;
    }

    /** What is measured of a patient. */
    public enum Vital {
        PULSE,
        PRESSURE,
        OXYGEN,
        TEMPERATURE
    }

    @Entity(name = "VitalLimit")
    public static class VitalLimit {
        @Id
        @Enumerated(EnumType.STRING)
        private Vital kind;

        private int upperBound;

        public int getUpper() {
            return upperBound;
        }
    }

    @Entity(name = "Ward")
    @FetchProfile(
            name = "ward-with-remarks",
            fetchOverrides =
                    @FetchProfile.FetchOverride(
                            entity = Ward.class,
                            association = "remarks",
                            mode = FetchMode.SUBSELECT,
                            fetch = FetchType.LAZY))
    public static class Ward implements Comparable<Ward> {
        @Id
        private Integer id;

        private String name;

        @OneToMany(mappedBy = "ward")
        private List<Patient> patients;

        @ElementCollection
        @CollectionId(column = @Column(name = "remark_id"), generator = "increment")
        @CollectionIdJdbcTypeCode(Types.BIGINT)
        private Collection<String> remarks;

        @OneToMany
        @JoinTable(
                name = "WardShift",
                joinColumns = @JoinColumn(name = "ward_id"),
                inverseJoinColumns = @JoinColumn(name = "nurse_id"))
        @MapKeyColumn(name = "shift")
        private Map<String, Nurse> nurses;

        public Integer getId() {
            return id;
        }

        public String getName() {
            return name;
        }

        public List<Patient> getPatients() {
            return patients;
        }

        public Collection<String> getRemarks() {
            return remarks;
        }

        public Map<String, Nurse> getNurses() {
            return nurses;
        }

        @Override
        public int compareTo(Ward other) {
            return getName().compareTo(other.getName());
        }
    }

    @Entity(name = "Nurse")
    public static class Nurse {
        @Id
        private Integer id;

        private String name;

        public String getName() {
            return name;
        }
    }

    @Entity(name = "Relative")
    public static class Relative {
        @Id
        private Integer id;

        private String name;

        public String getName() {
            return name;
        }
    }

    @Embeddable
    public static class Contact {
        private String phone;

        @ManyToOne(fetch = FetchType.LAZY)
        private Relative relative;
    }

    /** Sorts texts from the end of the alphabet. */
    public static final class Backwards implements Comparator<String> {
        @Override
        public int compare(String one, String other) {
            return other.compareTo(one);
        }
    }

    @Entity(name = "Patient")
    public static class Patient {
        @Id
        private UUID id;

        private String name;

        @ManyToOne(fetch = FetchType.LAZY)
        private Ward ward;

        @Embedded
        private Contact contact;

        @ElementCollection
        @SortComparator(Backwards.class)
        private SortedSet<String> allergies;

        @OneToMany(mappedBy = "patient")
        @SQLRestriction("voided = false")
        private Set<Dose> doses;

        public String getName() {
            return name;
        }

        public Ward getWard() {
            return ward;
        }

        public SortedSet<String> getAllergies() {
            return allergies;
        }

        public Set<Dose> getDoses() {
            return doses;
        }
    }

    @Entity(name = "Drug")
    public static class Drug {
        @Id
        private String code;

        private String name;

        public String getName() {
            return name;
        }
    }

    @Entity(name = "Dose")
    public static class Dose {
        @Id
        private Integer id;

        private boolean voided;

        @ManyToOne(fetch = FetchType.LAZY)
        private Patient patient;

        @ManyToOne(fetch = FetchType.LAZY)
        private Drug drug;

        public Drug getDrug() {
            return drug;
        }
    }

    @Entity(name = "Ambulance")
    public static class Ambulance {
        @Id
        private Integer id;

        @OneToOne(mappedBy = "ambulance")
        private Garage garage;
    }

    @Entity(name = "Garage")
    public static class Garage {
        @Id
        private Integer id;

        @OneToOne
        @JoinTable(
                name = "ParkedAmbulance",
                joinColumns = @JoinColumn(name = "garage_id"),
                inverseJoinColumns = @JoinColumn(name = "ambulance_id"))
        private Ambulance ambulance;
    }

    @Entity(name = "Treatment")
    public abstract static class Treatment {
        @Id
        private Integer id;

        abstract int cost();
    }

    @Entity(name = "Operation")
    public static class Operation extends Treatment {
        @ManyToOne(fetch = FetchType.LAZY)
        private Surgeon surgeon;

        @Override
        int cost() {
            return 100 * surgeon.getGrade(); // N+1: Operation.surgeon for costs_by_kind_of_treatment
        }
    }

    @Entity(name = "Therapy")
    public static class Therapy extends Treatment {
        @ManyToMany
        @JoinTable(
                name = "TherapyDevice",
                joinColumns = @JoinColumn(name = "therapy_id"),
                inverseJoinColumns = @JoinColumn(name = "device_id"))
        private Set<Device> devices;

        @Override
        int cost() {
            return 10 * devices.size(); // N+1: Therapy.devices for costs_by_kind_of_treatment
        }
    }

    @Entity(name = "Bandage")
    public static class Bandage extends Treatment {
        @Override
        int cost() {
            return 1;
        }
    }

    @Entity(name = "Splint")
    public static class Splint extends Treatment {
        @Override
        int cost() {
            return 2;
        }
    }

    @Entity(name = "Surgeon")
    public static class Surgeon {
        @Id
        private Integer id;

        private int grade;

        public int getGrade() {
            return grade;
        }
    }

    @Entity(name = "Device")
    public static class Device {
        @Id
        private Integer id;
    }

    @Entity(name = "Bill")
    public static class Bill {
        @Id
        private Integer id;

        @ManyToOne
        private Payer payer;
    }

    @Entity(name = "Payer")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    public abstract static class Payer {
        @Id
        private Integer id;
    }

    @Entity(name = "Insurance")
    public static class Insurance extends Payer {
        private String company;
    }

    @Entity(name = "Household")
    public static class Household extends Payer {
        private String street;
    }

    @Entity(name = "WardLoad")
    @Immutable
    @Subselect("select w.id as id, count(p.id) as patients from Ward w left join Patient p on p.ward_id = w.id"
            + " group by w.id")
    @Synchronize({"Ward", "Patient"})
    public static class WardLoad {
        @Id
        private Integer id;

        private int patients;

        public int getPatients() {
            return patients;
        }
    }

    @Entity(name = "Lab")
    public static class Lab {
        @Id
        private Integer id;

        private String name;

        public String getName() {
            return name;
        }
    }

    @Entity(name = "Sample")
    public static class Sample {
        @Id
        private Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Lab lab;

        @Transient
        private String text;

        @PostLoad
        void write() {
            text = id + " in " + lab.getName(); // N+1: Sample.lab for labels_of_samples
        }

        public String getText() {
            return text;
        }
    }
}
