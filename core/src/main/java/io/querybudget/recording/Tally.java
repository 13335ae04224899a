package io.querybudget.recording;

import io.querybudget.ConnectionUse;
import io.querybudget.ExecutedStatement;
import io.querybudget.KeyRelation;
import io.querybudget.Load;
import io.querybudget.Recording;
import io.querybudget.SessionFlush;
import io.querybudget.StatementKind;
import io.querybudget.Unexercised;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What a unit of work, or a part of it, executed so far; safe for use by many threads. */
final class Tally {

    static final int MOST_STATEMENTS = 20_000;

    private static final int MOST_CONNECTIONS = 1_000;

    private final String name;
    private final boolean endsAll;
    private final long began = StatementRecord.nextId();
    private final List<StatementRecord> statements = new ArrayList<>();
    private final Map<StatementKind, Integer> counts = new EnumMap<>(StatementKind.class);
    private final Set<KnownKeys> keys = new HashSet<>();
    private final Map<Recording.Stray, Integer> strays = new HashMap<>();
    private final Map<Unexercised, Integer> unexercised = new HashMap<>();
    private final Map<Load, Integer> loads = new HashMap<>();
    private final List<ConnectionRecord> connections = new ArrayList<>();
    private final SessionNotes sessions = new SessionNotes();
    private int unseen;

    /**
     * Begins to count.
     *
     * @param endsAll whether what is opened from now on has to be closed by the end
     */
    Tally(String name, boolean endsAll) {
        this.name = name;
        this.endsAll = endsAll;
    }

    synchronized Recording recording() {
        List<ExecutedStatement> snapshots =
                statements.stream().map(StatementRecord::snapshot).toList();
        List<Recording.Stray> strayCounts = strays.entrySet().stream()
                .map(entry -> entry.getKey().times(entry.getValue()))
                .toList();
        List<Unexercised> noted = unexercised.entrySet().stream()
                .map(entry ->
                        new Unexercised(entry.getKey().subject(), entry.getKey().reason(), entry.getValue()))
                .sorted(Comparator.comparing(Unexercised::reason).thenComparing(Unexercised::subject))
                .toList();
        Set<KeyRelation> relations =
                keys.stream().flatMap(known -> known.relations().stream()).collect(Collectors.toUnmodifiableSet());
        List<ConnectionUse> uses = connections.stream()
                .filter(connection -> !connection.isForwarding())
                .map(connection -> connection.snapshot(endsAll ? began : Long.MAX_VALUE))
                .toList();
        return new Recording(
                name,
                snapshots,
                counts,
                strayCounts,
                unseen,
                relations,
                noted,
                uses,
                loads,
                sessions.snapshot(),
                KnownEntities.mapping());
    }

    synchronized void add(StatementRecord statement) {
        counts.merge(statement.kind(), 1, Integer::sum);
        if (!isFull()) {
            keys.add(statement.start().keys());
            statements.add(statement);
        }
    }

    synchronized void add(ConnectionRecord connection) {
        if (connections.size() < MOST_CONNECTIONS) {
            connections.add(connection);
        }
    }

    /** {@return whether no more statements are kept} */
    synchronized boolean isFull() {
        return statements.size() == MOST_STATEMENTS;
    }

    synchronized void addStray(StatementRecord statement, String request) {
        strays.merge(
                new Recording.Stray(statement.start().dataSource(), statement.thread(), request, 0), 1, Integer::sum);
    }

    synchronized void addUnexercised(String subject, Unexercised.Reason reason) {
        unexercised.merge(new Unexercised(subject, reason, 0), 1, Integer::sum);
    }

    /**
     * Notes that an entity was read again, which its session has held since it was written to it.
     *
     * @param since the id that a statement would have got at the time
     */
    void addHeld(String entity, long since) {
        if (since < began) {
            addUnexercised(entity, Unexercised.Reason.HELD_BEFORE);
        }
    }

    synchronized void add(Load load) {
        loads.merge(load, 1, Integer::sum);
        if (load.isEntity()) {
            sessions.loaded();
        }
    }

    /**
     * Notes an entity that was inserted just now, by the latest statement unless it waits for a batch.
     *
     * @param since the id that a statement would have got when its session was given the entity
     */
    synchronized void addInserted(String entityName, long since) {
        sessions.inserted(entityName);
        if (since < began && !statements.isEmpty()) {
            sessions.addPrepared(statements.get(statements.size() - 1).id());
        }
    }

    /** Adds to what sessions did. */
    synchronized void note(Consumer<SessionNotes> note) {
        note.accept(sessions);
    }

    synchronized void add(SessionFlush flush, Map<String, Integer> compared) {
        sessions.add(flush, compared, type -> loads.getOrDefault(new Load(Load.Kind.LOADED, type, ""), 0));
    }

    synchronized void addUnseen() {
        unseen++;
    }
}
