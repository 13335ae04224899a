package io.querybudget;

import java.util.List;

/**
 * What runs of the same code with more and more rows have in common, and what grows.
 *
 * @param sizes how many rows there were in each run, ascending
 * @param shapes how the statements of each shape grow, in the order in which they first ran
 * @param largest the largest run; what seemed likely in it is proven when its statements grow with the rows, else gone
 * @param isExercised whether any result or write grew with each run, so that constant counts mean something
 * @param uncounted the statements of all runs that kept the counts from being certain
 */
public record GrowthAnalysis(
        List<Integer> sizes,
        List<ShapeGrowth> shapes,
        Analysis largest,
        boolean isExercised,
        Judgement.Uncounted uncounted) {

    /** Copies the collections. */
    public GrowthAnalysis {
        sizes = List.copyOf(sizes);
        shapes = List.copyOf(shapes);
    }
}
