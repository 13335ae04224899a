package io.querybudget.detection;

import io.querybudget.Cause;
import io.querybudget.ExecutedStatement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of a query as the application wrote it, in JPQL or SQL.
 *
 * @param text in one line
 * @param isSql whether it is SQL
 */
record QueryText(String text, boolean isSql) {

    private static final Pattern FROM = Pattern.compile(
            "\\bfrom\\s+([\\w.$]+)(?:\\s+(?:as\\s+)?(?!(?:where|order|left|right|full|inner|cross|join|group|having|limit|"
                    + "offset|fetch|union|intersect|except)\\b)(\\w+))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern JOIN = Pattern.compile(
            "\\bjoin\\s+(?:fetch\\s+)?(\\w+\\.[\\w.]+)(?:\\s+as)?\\s+(?!(?:where|order|left|right|full|inner|cross|join|group|on|with)\\b)"
                    + "(\\w+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SELECTED =
            Pattern.compile("^select\\s+(distinct\\s+)?(.*?)(?=\\s+from\\s)", Pattern.CASE_INSENSITIVE);
    private static final Pattern AGGREGATE =
            Pattern.compile("\\b(count|sum|min|max|avg|exists)\\s*\\(", Pattern.CASE_INSENSITIVE);
    private static final Pattern COUNT = Pattern.compile("count\\s*\\([^()]*\\)(\\s+\\w+)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXISTENCE =
            Pattern.compile("(\\d+|true|'\\w*'|(\\w+\\.)?id)(\\s+(as\\s+)?\\w+)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPARISON =
            Pattern.compile("([\\w.]+(?:\\([\\w.]+\\))?)\\s*=\\s*(:\\w+|\\?\\d*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAMETER = Pattern.compile("(?<![\\w:?])(:\\w+|\\?\\d*)");
    private static final Pattern NOT_FOR_ALL = Pattern.compile(
            "\\bselect\\b.*\\bselect\\b|\\b(new|union|group|limit|offset|fetch\\s+(first|next)|or)\\b|^insert\\b|\\bset\\b.*\\bset\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ORDERED = Pattern.compile("\\border\\s+by\\b", Pattern.CASE_INSENSITIVE);

    /** What Hibernate gives in place of the text of a query that the criteria API built. */
    private static final String CRITERIA = "[CRITERIA]";

    /** Hibernate gives the text of JPQL, marks criteria, and has nothing but a comment for native SQL. */
    private static final Pattern VERB = Pattern.compile(
            "^" + Pattern.quote(CRITERIA) + "|\\b(from|select|insert|update|delete)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern QUOTED_OR_COMMENT =
            Pattern.compile("('[^']*'|\"[^\"]*\")|/\\*.*?\\*/|--[^\\n]*", Pattern.DOTALL);

    /** {@return what the application wrote, empty when Hibernate wrote the SQL for another reason} */
    static Optional<QueryText> of(ExecutedStatement statement) {
        if (statement.cause() instanceof Cause.Unknown) {
            return Optional.of(ofSql(statement));
        }
        if (!(statement.cause() instanceof Cause.Query query)) {
            return Optional.empty();
        }
        boolean isSql = !VERB.matcher(query.text()).find();
        return Optional.of(isSql ? ofSql(statement) : new QueryText(oneLine(query.text()), false));
    }

    private static QueryText ofSql(ExecutedStatement statement) {
        String uncommented = QUOTED_OR_COMMENT
                .matcher(statement.sql())
                .replaceAll(match -> Matcher.quoteReplacement(Objects.requireNonNullElse(match.group(1), " ")));
        return new QueryText(oneLine(uncommented), true);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** {@return whether the application built it by the criteria API instead of writing a text} */
    boolean isCriteria() {
        return !isSql && text.startsWith(CRITERIA);
    }

    /** {@return the entity or table that the query reads first} */
    Optional<String> root() {
        return find(FROM).map(from -> from.group(1));
    }

    /** {@return what the query calls the entity or table that it reads first} */
    Optional<String> alias() {
        return find(FROM).map(from -> from.group(2));
    }

    /** {@return the paths that it joins, by what it calls them} */
    Map<String, String> joins() {
        return JOIN.matcher(text)
                .results()
                .collect(Collectors.toMap(
                        join -> Objects.requireNonNull(join.group(2)),
                        join -> Objects.requireNonNull(join.group(1)),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /** {@return the path that it selects, empty when it selects anything else} */
    Optional<String> selectedPath() {
        return Optional.of(selected()).filter(selected -> selected.matches("\\w+(\\.\\w+)+"));
    }

    /** {@return whether what it calls so is among what it selects} */
    boolean selects(String alias) {
        String selected = selected();
        return selected.isEmpty()
                || Pattern.compile("(?<![\\w.])" + Pattern.quote(alias) + "(?![\\w.])")
                        .matcher(selected)
                        .find();
    }

    /** {@return whether it joins a path of what it calls so in order to fetch it} */
    boolean fetches(String alias, String path) {
        String from = alias.isEmpty() ? "" : Pattern.quote(alias + ".");
        return Pattern.compile("\\bfetch\\s+" + from + Pattern.quote(path) + "(?![\\w.])", Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .find();
    }

    /** {@return whether it computes a value of many rows} */
    boolean isAggregate() {
        return AGGREGATE.matcher(selected()).find();
    }

    /** {@return whether it counts rows, and selects nothing else} */
    boolean isCount() {
        return COUNT.matcher(selected()).matches();
    }

    /** {@return whether it reads no more of a row than that there is one: a constant, or the identifier} */
    boolean isAboutExistence() {
        return EXISTENCE.matcher(selected()).matches() && !ORDERED.matcher(text).find();
    }

    /** {@return whether it selects attributes or values instead of entities} */
    boolean isProjection() {
        return selected().matches(".*[.(].*");
    }

    /** {@return how many parameters it has, each use of a named one counted} */
    int parameters() {
        return (int) PARAMETER.matcher(text).results().count();
    }

    /** {@return the query that counts what this one reads; empty unless it reads plain entities} */
    Optional<QueryText> counting() {
        String alias = alias().orElse("");
        String selected = selected();
        boolean isOfEntities = !isSql && !alias.isEmpty() && (selected.isEmpty() || selected.equals(alias));
        Matcher from = FROM.matcher(text);
        return isOfEntities && from.find()
                ? Optional.of(new QueryText("select count(" + alias + ") " + text.substring(from.start()), false))
                : Optional.empty();
    }

    /**
     * {@return the same for many keys at once, empty when that cannot be told from the text}
     *
     * @param parameter the position of the key among the parameters, from 1 on
     */
    Optional<String> forAllKeys(int parameter) {
        List<Integer> positions =
                PARAMETER.matcher(text).results().map(MatchResult::end).toList();
        Optional<MatchResult> ofKey = COMPARISON
                .matcher(text)
                .results()
                .filter(comparison -> positions.indexOf(comparison.end()) == parameter - 1)
                .findFirst();
        boolean isUnfit = NOT_FOR_ALL.matcher(text).find()
                || (isAggregate() && ORDERED.matcher(text).find());
        if (ofKey.isEmpty() || isUnfit) {
            return Optional.empty();
        }
        MatchResult comparison = ofKey.get();
        String key = Objects.requireNonNull(comparison.group(1));
        String one = Objects.requireNonNull(comparison.group(2));
        String many =
                text.substring(0, comparison.start()) + key + " in " + list(one) + text.substring(comparison.end());
        return Optional.of(withKey(many, key) + (isAggregate() ? " group by " + key : ""));
    }

    /** {@return the list of keys in place of a parameter for one} */
    private String list(String parameter) {
        String keys = switch (parameter.charAt(0)) {
            case ':' -> parameter + "s";
            default -> parameter.length() == 1 ? "?, …" : parameter;
        };
        return isSql ? "(" + keys + ")" : keys;
    }

    /** {@return a query that tells the key of each row; a whole entity knows it} */
    private String withKey(String query, String key) {
        String selected = selected();
        boolean isWhole = selected.isEmpty() || alias().equals(Optional.of(selected)) || selected.equals("*");
        return isWhole
                ? query
                : SELECTED.matcher(query).replaceFirst("select $1" + Matcher.quoteReplacement(key) + ", $2");
    }

    private String selected() {
        return find(SELECTED).map(select -> select.group(2)).orElse("");
    }

    private Optional<MatchResult> find(Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }
}
