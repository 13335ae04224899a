package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import com.acme.people.Assignment;
import com.acme.people.AssignmentId;
import com.acme.people.Department;
import com.acme.people.Employee;
import com.acme.people.Project;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Employees with UUIDs, departments with codes, and assignments whose key holds both foreign keys. */
public final class People {

    private static final String LEAVES = "from Employee e where e.reports is empty order by e.name";
    private static final UUID ROOT = UUID.fromString("6f1d0c3a-52b7-4e0e-9d11-0000000000a1");
    private static final UUID LEAF = UUID.fromString("6f1d0c3a-52b7-4e0e-9d11-0000000000a7");

    @Case(kind = LOOK_ALIKE, statements = 1)
    int managers_that_the_result_holds(Session session) {
        int letters = 0;
        for (Employee employee : all(session, Employee.class)) {
            letters += employee.getManager() == null
                    ? 0
                    : employee.getManager().getName().length();
        }
        return letters;
    }

    @Case(kind = POSITIVE, statements = 3)
    String managers_of_the_leaves(Session session) {
        StringBuilder names = new StringBuilder();
        for (Employee employee : list(session, LEAVES, Employee.class)) {
            names.append(employee.getManager().getName()); // N+1: Employee.manager
        }
        return names.toString();
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    int chain_of_command(Session session) {
        int height = 0;
        for (Employee e = session.find(Employee.class, LEAF); e != null; e = e.getManager()) {
            height += e.getName().length();
        }
        return height;
    }

    @Case(kind = POSITIVE, statements = 4)
    int chains_of_command(Session session) {
        int height = 0;
        for (Employee leaf : list(session, LEAVES, Employee.class)) {
            for (Employee e = leaf; e != null; e = e.getManager()) {
                height += e.getName().length(); // N+1: Employee.manager
            }
        }
        return height;
    }

    @Case(kind = POSITIVE, statements = 8)
    int reports_of_reports(Session session) {
        return headcount(session.find(Employee.class, ROOT));
    }

    private static int headcount(Employee employee) {
        int sum = 1;
        for (Employee report : employee.getReports()) { // N+1: Employee.reports for reports_of_reports
            sum += headcount(report);
        }
        return sum;
    }

    /** One query for each level of the tree, however wide it is. */
    @Case(kind = LOOK_ALIKE, statements = 4)
    int reports_level_by_level(Session session) {
        List<UUID> level = List.of(ROOT);
        int sum = 0;
        while (!level.isEmpty()) {
            sum += level.size();
            level = session.createQuery("select e.id from Employee e where e.manager.id in :level", UUID.class)
                    .setParameter("level", level)
                    .getResultList();
        }
        return sum
                + list(session, "select count(e) from Employee e", Long.class).size();
    }

    /** The same with entities, from all managers at once. */
    @Case(kind = LOOK_ALIKE, statements = 3)
    int reports_level_by_level_with_entities(Session session) {
        String heads = "from Employee e where e.manager.id = :root order by e.id";
        List<Employee> level = session.createQuery(heads, Employee.class)
                .setParameter("root", ROOT)
                .getResultList();
        int sum = 0;
        while (!level.isEmpty()) {
            sum += level.size();
            level = session.createQuery("from Employee e where e.manager in :level order by e.id", Employee.class)
                    .setParameter("level", level)
                    .getResultList();
        }
        return sum;
    }

    @Case(kind = POSITIVE, statements = 4)
    String chain_of_optionals(Session session) {
        StringBuilder names = new StringBuilder();
        for (Employee employee : all(session, Employee.class)) {
            Optional<Department> department = Optional.of(employee).map(Employee::getDepartment);
            names.append(department.map(Department::getName).orElse("")); // N+1: Employee.department
        }
        return names.toString();
    }

    @Case(kind = POSITIVE, statements = 4)
    Map<String, Long> grouping_by_a_reference(Session session) {
        Function<Employee, String> department = employee -> {
            return employee.getDepartment().getName(); // N+1: Employee.department
        };
        return all(session, Employee.class).stream().collect(Collectors.groupingBy(department, Collectors.counting()));
    }

    @Case(kind = POSITIVE, statements = 8)
    int hash_set_of_owners(Session session) {
        Set<Employee> employees = new HashSet<>(all(session, Employee.class));
        int reports = 0;
        for (Employee employee : employees) {
            reports += employee.getReports().size(); // N+1: Employee.reports
        }
        return reports;
    }

    @Case(kind = POSITIVE, statements = 8)
    String shuffled_keys(Session session) {
        List<UUID> ids = new ArrayList<>(list(session, "select e.id from Employee e", UUID.class));
        Collections.shuffle(ids, new Random(7));
        StringBuilder names = new StringBuilder();
        for (UUID id : ids) {
            names.append(session.find(Employee.class, id).getName()); // N+1: table Employee
        }
        return names.toString();
    }

    @Case(kind = POSITIVE, statements = 6)
    String reference_that_is_part_of_the_key(Session session) {
        StringBuilder names = new StringBuilder();
        for (Assignment assignment : list(session, "from Assignment", Assignment.class)) {
            names.append(assignment.getEmployee().getName()); // N+1: Assignment.employee
        }
        return names.toString();
    }

    @Case(kind = POSITIVE, statements = 9)
    String references_below_collections_by_parts_of_the_key(Session session) {
        StringBuilder names = new StringBuilder();
        for (Project project : list(session, "from Project p order by p.code", Project.class)) {
            for (Assignment assignment : project.getAssignments()) { // N+1: Project.assignments
                names.append(assignment.getEmployee().getName()); // N+1: Assignment.employee in Project.assignments
            }
        }
        return names.toString();
    }

    @Case(kind = POSITIVE, statements = 7)
    int find_by_a_projected_key_of_two_columns(Session session) {
        String query = "select a.id.employee as e, a.id.project as p from Assignment a";
        int hours = 0;
        for (Tuple row : list(session, query, Tuple.class)) {
            AssignmentId id = new AssignmentId(row.get("e", UUID.class), row.get("p", String.class));
            hours += session.find(Assignment.class, id).getHours(); // N+1: table Assignment
        }
        return hours;
    }

    @Case(kind = POSITIVE, statements = 4)
    int query_per_code(Session session) {
        int hours = 0;
        for (Project project : list(session, "from Project p order by p.code", Project.class)) {
            var query = session.createQuery("select a.hours from Assignment a where a.project = :p", Integer.class);
            hours += query.setParameter("p", project).getResultList().size(); // N+1: table Assignment
        }
        return hours;
    }

    @Case(kind = REMEDY, statements = 2)
    int reports_counted_by_a_map(Session session) {
        Map<UUID, Integer> reports = new HashMap<>();
        for (UUID manager : list(session, "select e.manager.id from Employee e", UUID.class)) {
            reports.merge(manager, 1, Integer::sum);
        }
        int sum = 0;
        for (Employee employee : all(session, Employee.class)) {
            sum += reports.getOrDefault(employee.getId(), 0);
        }
        return sum;
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    String department_and_manager_of_one_employee(Session session) {
        Employee employee = session.find(Employee.class, LEAF);
        return employee.getDepartment().getName() + employee.getManager().getName();
    }
}
