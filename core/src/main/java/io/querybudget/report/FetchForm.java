package io.querybudget.report;

/** The ways in which a query is written, and in which it fetches an attribute. */
enum FetchForm {
    /** A text in JPQL. */
    JPQL(" ") {
        @Override
        String fetch(String holder, String attribute, String alias) {
            return "left join fetch " + holder + "." + attribute + (alias.isEmpty() ? "" : " " + alias);
        }

        @Override
        String treated(String holder, String subtype) {
            return "treat(" + holder + " as " + subtype + ")";
        }
    },
    /** Calls of the criteria API, whose root is called so. */
    CRITERIA(", ") {
        @Override
        String fetch(String holder, String attribute, String alias) {
            String calls = attribute.replace(".", "\", JoinType.LEFT).fetch(\"");
            return (alias.isEmpty() ? "" : alias + " = ") + holder + ".fetch(\"" + calls + "\", JoinType.LEFT)";
        }

        @Override
        String treated(String holder, String subtype) {
            return "builder.treat(" + holder + ", " + subtype + ".class)";
        }
    };

    /** What the criteria API calls the entity that is selected. */
    static final String ROOT = "root";

    /** What stands between two fetches. */
    final String separator;

    FetchForm(String separator) {
        this.separator = separator;
    }

    /** {@return the fetch of an attribute, which the query calls by an alias when that is not empty} */
    abstract String fetch(String holder, String attribute, String alias);

    /** {@return what the query calls by an alias, when it is of a subtype} */
    abstract String treated(String holder, String subtype);
}
