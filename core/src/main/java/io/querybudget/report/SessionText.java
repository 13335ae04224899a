package io.querybudget.report;

import io.querybudget.Association;
import io.querybudget.Finding;
import io.querybudget.Fix;
import io.querybudget.LookUpFix;
import io.querybudget.SessionFix;
import io.querybudget.WriteFix;

/** Says what sessions of Hibernate did without need, and what to change. */
final class SessionText {

    private SessionText() {}

    static String evidence(Finding finding) {
        String statements = Sentences.count(finding.statementIds().size(), "statement");
        String rows = Sentences.count(finding.coverage().rows(), "row");
        String subject = Sentences.associations(finding);
        if (finding.fix() instanceof WriteFix.DeleteByQuery delete) {
            return rows + " of " + Association.simpleName(delete.entityName())
                    + " loaded by one query, and all deleted by " + statements;
        }
        if (finding.fix() instanceof LookUpFix.ReferToId refer) {
            return Association.simpleName(refer.entityName()) + " loaded by " + statements
                    + ", and no more than its key was written";
        }
        if (finding.fix() instanceof SessionFix.ClearSession clear) {
            return "after " + finding.coverage().of() + " flushes the session still kept "
                    + finding.coverage().rows() + " entities" + MaterialisedText.types(clear.compared())
                    + ", and compared all of them at each flush";
        }
        if (finding.fix() instanceof SessionFix.FlushLess less) {
            return "before each of " + less.queries() + " queries all entities"
                    + MaterialisedText.types(less.compared())
                    + " were compared with what was loaded, "
                    + less.comparisons() + " comparisons in total, and there was nothing to write";
        }
        if (finding.fix() instanceof SessionFix.LoadReadOnly load) {
            return load.compared().total() + " entities" + MaterialisedText.types(load.compared())
                    + " were compared with what was loaded, and nothing was written";
        }
        if (finding.fix() instanceof WriteFix.InsertForeignKey) {
            return statements + " for the foreign key of " + rows + " of " + subject
                    + ", which were inserted just before";
        }
        return statements + " for " + subject + ", of which " + rows
                + (finding.coverage().rows() == 1 ? " was" : " were") + " deleted and inserted again unchanged";
    }

    /** {@return what to change} */
    static String fix(SessionFix fix, String place) {
        if (fix instanceof SessionFix.ClearSession) {
            return "flush() and clear() after every " + Fix.BATCH_SIZE + " entities at " + place
                    + ", or a StatelessSession";
        }
        if (fix instanceof SessionFix.FlushLess) {
            return "setFlushMode(FlushModeType.COMMIT) on the query at " + place
                    + " if it need not see pending changes, or @Transactional(readOnly = true) if there are none";
        }
        return "@Transactional(readOnly = true), session.setDefaultReadOnly(true), or the hint"
                + " org.hibernate.readOnly on the query at " + place;
    }
}
