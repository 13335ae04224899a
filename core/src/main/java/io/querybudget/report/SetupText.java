package io.querybudget.report;

import io.querybudget.SuiteSummary.Stale;
import java.util.Collection;
import java.util.List;

/** The texts about what surrounds a unit of work: data sources, settings and annotations that keep it from being judged. */
public final class SetupText {

    private SetupText() {}

    /** {@return why a budget cannot be judged when no data source was observed} */
    public static String nothingObserved(String unitOfWork) {
        return unitOfWork + ": no SQL could be counted, because no data source is observed\n"
                + "  Hibernate 6.6 or newer is observed without configuration when querybudget-core is on its class path.\n"
                + "  With Spring, add querybudget-spring. Without both, wrap the data source:"
                + " ObservedDataSource.wrap(dataSource, \"name\")";
    }

    /** {@return why a budget cannot be judged when the test can use data sources that are not observed} */
    public static String unobserved(String unitOfWork, Collection<String> dataSources) {
        return unitOfWork + ": the SQL of " + String.join(" and ", dataSources)
                + " was not counted, because " + (dataSources.size() == 1 ? "it is" : "they are") + " not observed\n"
                + "  Wrap what creates it: ObservedDataSource.wrap(dataSource, \"name\")";
    }

    /** {@return why a budget cannot be judged in a test of Spring without the Spring module} */
    public static String springUnobserved(String unitOfWork) {
        return unitOfWork + ": what Spring's data sources execute beside Hibernate was not counted, because"
                + " querybudget-spring is not on the class path\n"
                + "  Add io.querybudget:querybudget-spring with scope test";
    }

    /** {@return why a limit on a data source cannot be judged} */
    public static String unknownDataSources(String unitOfWork, Collection<String> named, Collection<String> observed) {
        return unitOfWork + ": a limit is set on " + String.join(" and ", named)
                + ", but the data sources that are observed are " + String.join(", ", observed);
    }

    /** {@return what is missing when pending writes could not be flushed; the part of the message that may hold values is cut} */
    public static String failedFlush(String message) {
        return "pending writes could not be flushed, so the counts may be too low: "
                + message.split("[\\[\n]", 2)[0].strip();
    }

    /** {@return why the rest of a test cannot be judged; the call is given as {@code expectQueries(…)}} */
    public static String noTest(String call) {
        return call + " is for the rest of a test that QueryBudget runs in, and none runs on this thread\n"
                + "  Annotate the test class with @ExtendWith(QueryBudgetExtension.class), or give it a block: "
                + call.replace(")", ", () -> …)");
    }

    /** {@return why an annotation cannot be read} */
    public static String twice(String element, String annotation) {
        return element + ": two @" + annotation
                + " annotations, given directly or through other annotations; one must go";
    }

    /** {@return why no growth is the wrong one} */
    public static String irregularGrowth() {
        return "growth IRREGULAR is not to be allowed; allow BATCHED or LINEAR, or no growth";
    }

    /** {@return why a growth check cannot make rows} */
    public static String noPopulateMethod(String test, String populate) {
        return test + ": @ConstantQueries with populate = \"" + populate
                + "\" names no method of the test class with one parameter of type int";
    }

    /** {@return why a growth check cannot use its sizes} */
    public static String badSizes(String test, String sizes) {
        return test + ": @ConstantQueries with sizes = " + sizes + "; name at least three, ascending from 1 on";
    }

    /** {@return that a setting is none} */
    public static String unknownSetting(String key, Collection<String> known) {
        return key + " is no setting of QueryBudget; there are " + String.join(", ", known);
    }

    /** {@return that some tests were not judged, although the project asks something of each} */
    public static String unjudged(int tests) {
        return "QueryBudget: what the settings ask of each test was not asked of " + Sentences.count(tests, "test")
                + ", because QueryBudgetExtension does not run in them: the project configures JUnit's detection of extensions"
                + " without it, or they belong to another engine than Jupiter";
    }

    /** {@return that an allowance is not needed any more, or never was} */
    public static String stale(Stale stale) {
        List<String> tests = stale.tests();
        return "@Allow(finding = \"" + stale.allowance().finding() + "\") met no such finding in "
                + (tests.size() == 1
                        ? tests.get(0)
                        : Sentences.count(tests.size(), "test") + " such as " + tests.get(0))
                + "; if that is all it was for, remove it";
    }
}
