package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;

/** Forms, pupils and their timetable. */
// Applications still use deprecated forms, and columns are mapped that no case reads.
@SuppressWarnings({"deprecation", "removal", "unchecked", "unused", "UnnecessaryLambda"})
public final class School {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);

    private final Function<Lesson, String> room =
            lesson -> lesson.getTeacher().getName(); // N+1: Lesson.teacher for lambda_in_a_field

    @Case(kind = POSITIVE, statements = 5)
    Map<String, Long> timetable_grouped_by_teacher(Session session) {
        return list(session, "from Lesson l order by l.slot.weekday, l.slot.lessonNo", Lesson.class).stream()
                .collect(Collectors.groupingBy(
                        lesson -> lesson.getTeacher().getName(), // N+1: Lesson.teacher
                        Collectors.counting()));
    }

    @Case(kind = POSITIVE, statements = 5)
    List<String> lambda_in_a_field(Session session) {
        return list(session, "from Lesson l", Lesson.class).stream().map(room).toList();
    }

    @Case(kind = REMEDY, statements = 1)
    Map<String, Long> timetable_with_an_entity_graph(Session session) {
        var graph = session.createEntityGraph(Lesson.class);
        graph.addAttributeNodes("teacher");
        return session.createQuery("from Lesson l", Lesson.class)
                .setHint("jakarta.persistence.loadgraph", graph)
                .getResultStream()
                .collect(Collectors.groupingBy(lesson -> lesson.getTeacher().getName(), Collectors.counting()));
    }

    @Case(kind = POSITIVE, statements = 11)
    String pupils_of_files(Session session) {
        StringBuilder names = new StringBuilder();
        Iterator<PupilFile> files =
                list(session, "from PupilFile f order by f.id", PupilFile.class).iterator();
        while (files.hasNext()) {
            names.append(files.next().getPupil().getName()); // N+1: PupilFile.pupil
        }
        return names.toString();
    }

    @Case(kind = POSITIVE, statements = 11)
    int file_found_per_pupil(Session session) {
        int letters = 0;
        for (Pupil pupil : all(session, Pupil.class)) {
            letters += session.find(PupilFile.class, pupil.getId()).getText().length(); // N+1: table PupilFile
        }
        return letters;
    }

    @Case(kind = POSITIVE, statements = 11)
    long absences_of_today(Session session) {
        return all(session, Pupil.class).stream()
                .map(pupil -> session.find(Absence.class, new AbsenceId(pupil.getId(), TODAY))) // N+1: table Absence
                .filter(absence -> absence != null)
                .count();
    }

    @Case(kind = POSITIVE, statements = 5)
    int visitor(Session session) {
        var census = new Census();
        all(session, Form.class).forEach(form -> form.accept(census));
        return census.pupils;
    }

    @Case(kind = POSITIVE, statements = 4)
    List<String> optional_chain(Session session) {
        return all(session, Pupil.class).stream()
                .map(pupil -> Optional.ofNullable(pupil.getMentor())
                        .map(Teacher::getName) // N+1: Pupil.mentor
                        .orElse("nobody"))
                .toList();
    }

    @Case(kind = POSITIVE, statements = 5)
    String serialiser_that_walks_getters(Session session) throws ReflectiveOperationException {
        StringBuilder json = new StringBuilder();
        for (Form form : all(session, Form.class)) {
            serialise(form, json, 2);
        }
        return json.toString();
    }

    private static void serialise(Object bean, StringBuilder json, int depth) throws ReflectiveOperationException {
        json.append('{');
        Method[] methods = bean.getClass().getMethods();
        for (Method method :
                Stream.of(methods).sorted(Comparator.comparing(Method::getName)).toList()) {
            if (!method.getName().startsWith("get") || method.getParameterCount() > 0 || depth == 0) {
                continue;
            }
            Object value = method.invoke(bean);
            if (value instanceof Collection<?> elements) {
                for (Object element : elements) { // N+1: Form.pupils for serialiser_that_walks_getters
                    serialise(element, json, depth - 1);
                }
            } else if (value instanceof String || value instanceof Number) {
                json.append('"')
                        .append(method.getName())
                        .append("\":\"")
                        .append(value)
                        .append('"');
            }
        }
        json.append('}');
    }

    /** Hours of a day and ids of teachers are both small numbers. */
    @Case(kind = LOOK_ALIKE, statements = 5)
    long lessons_by_hour(Session session) {
        long sum = all(session, Teacher.class).size();
        for (int hour = 1; hour <= 4; hour++) {
            sum += session.createQuery("select count(l) from Lesson l where l.slot.lessonNo = :hour", Long.class)
                    .setParameter("hour", hour)
                    .getSingleResult();
        }
        return sum;
    }

    @Case(kind = POSITIVE, statements = 4)
    boolean break_at_the_first_match(Session session) {
        for (Form form : all(session, Form.class)) {
            boolean found = form.getPupils().stream().anyMatch(pupil -> pupil.getId() == 1029L); // N+1: Form.pupils
            if (found) {
                return true;
            }
        }
        return false;
    }

    @Case(kind = POSITIVE, statements = 9)
    int two_collections_in_turn(Session session) {
        int sum = 0;
        for (Form form : all(session, Form.class)) {
            sum += form.getPupils().size(); // N+1: Form.pupils
            sum -= form.getLessons().size(); // N+1: Form.lessons
        }
        return sum;
    }

    /** The conditional order a, b and b, a. */
    @Case(kind = POSITIVE, statements = 9)
    int two_collections_in_changing_order(Session session) {
        int sum = 0;
        boolean turned = false;
        for (Form form : all(session, Form.class)) {
            sum += turned ? lessons(form) - pupils(form) : pupils(form) - lessons(form);
            turned = !turned;
        }
        return sum;
    }

    private static int pupils(Form form) {
        return form.getPupils().size(); // N+1: Form.pupils for two_collections_in_changing_order
    }

    private static int lessons(Form form) {
        return form.getLessons().size(); // N+1: Form.lessons for two_collections_in_changing_order
    }

    /** As in a test that writes three rows and asserts each. */
    @Case(kind = LOOK_ALIKE, statements = 6)
    boolean created_rows_are_checked(Session session) {
        List<Long> ids = new ArrayList<>();
        for (long id = 9001; id <= 9003; id++) {
            session.persist(new Teacher(id, "New " + id));
            ids.add(id);
        }
        session.flush();
        session.clear();
        boolean first = session.find(Teacher.class, ids.get(0)).getName().equals("New 9001");
        boolean second = session.find(Teacher.class, ids.get(1)).getName().equals("New 9002");
        boolean third = session.find(Teacher.class, ids.get(2)).getName().equals("New 9003");
        return first && second && third;
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    int only_one_form_has_a_trip(Session session) {
        return all(session, Form.class).stream()
                .filter(form -> form.getName().equals("Form 42"))
                .mapToInt(form -> form.getPupils().size())
                .sum();
    }

    interface Visitor {
        void visit(Form form);

        void visit(Pupil pupil);
    }

    private static final class Census implements Visitor {
        private int pupils;

        @Override
        public void visit(Form form) {
            pupils += 0;
        }

        @Override
        public void visit(Pupil pupil) {
            pupils++;
        }
    }

    @Entity(name = "Teacher")
    public static class Teacher {
        @Id
        private Long id;

        private String name;

        protected Teacher() {}

        Teacher(Long id, String name) {
            this.id = id;
            this.name = name;
        }

        public String getName() {
            return name;
        }
    }

    @Entity(name = "Form")
    public static class Form {
        @Id
        private Long id;

        private String name;

        @OneToMany(mappedBy = "form")
        private List<Pupil> pupils;

        @OneToMany(mappedBy = "form")
        private List<Lesson> lessons;

        public Long getId() {
            return id;
        }

        public String getName() {
            return name;
        }

        public List<Pupil> getPupils() {
            return pupils;
        }

        List<Lesson> getLessons() {
            return lessons;
        }

        void accept(Visitor visitor) {
            visitor.visit(this);
            for (Pupil pupil : pupils) { // N+1: Form.pupils for visitor
                visitor.visit(pupil);
            }
        }
    }

    @Entity(name = "Pupil")
    public static class Pupil {
        @Id
        private Long id;

        private String name;

        @ManyToOne(fetch = FetchType.LAZY)
        private Form form;

        @ManyToOne(fetch = FetchType.LAZY)
        private Teacher mentor;

        public Long getId() {
            return id;
        }

        public String getName() {
            return name;
        }

        public Teacher getMentor() {
            return mentor;
        }
    }

    @Entity(name = "PupilFile")
    public static class PupilFile {
        @Id
        private Long id;

        @MapsId
        @OneToOne(fetch = FetchType.LAZY)
        private Pupil pupil;

        private String text;

        public Pupil getPupil() {
            return pupil;
        }

        public String getText() {
            return text;
        }
    }

    @Entity(name = "Absence")
    @IdClass(AbsenceId.class)
    public static class Absence {
        @Id
        private Long pupilId;

        @Id
        private LocalDate onDay;
    }

    public record AbsenceId(Long pupilId, LocalDate onDay) implements Serializable {}

    @Embeddable
    public record Slot(int weekday, int lessonNo, String room) {}

    @Entity(name = "Lesson")
    public static class Lesson {
        @EmbeddedId
        private Slot slot;

        @ManyToOne(fetch = FetchType.LAZY)
        private Form form;

        @ManyToOne(fetch = FetchType.LAZY)
        private Teacher teacher;

        public Teacher getTeacher() {
            return teacher;
        }
    }
}
