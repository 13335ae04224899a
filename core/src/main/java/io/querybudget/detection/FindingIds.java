package io.querybudget.detection;

import io.querybudget.Association;
import io.querybudget.CallSite;
import io.querybudget.ExecutedStatement;
import io.querybudget.FindingKind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Makes the ids of findings: from what was found and where, but not from line numbers, counts or values. */
final class FindingIds {

    private FindingIds() {}

    /** {@return the id of a finding at a place, or at places of which some may be unknown} */
    static String of(FindingKind kind, String subject, List<CallSite> places) {
        return id(kind, subject, places.stream().map(CallSite::withoutLine).collect(Collectors.joining("|")));
    }

    static String of(FindingKind kind, List<Association> associations, ExecutedStatement statement) {
        String subject = associations.isEmpty()
                ? statement.shape()
                : associations.stream().map(Association::role).collect(Collectors.joining("|"));
        String place = statement.origin().map(CallSite::withoutLine).orElse("");
        return id(kind, subject, place);
    }

    private static String id(FindingKind kind, String subject, String place) {
        String text = String.join("\n", kind.name(), subject, place);
        return String.format(Locale.ROOT, "%08x", text.hashCode());
    }
}
