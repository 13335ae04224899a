package io.querybudget;

import java.util.List;

/**
 * A shape that runs more or less often than it did.
 *
 * @param shape the shape, for people to read
 * @param before how often it ran, 0 for one that is new
 * @param now how often it runs, 0 for one that is gone
 * @param places the repository methods and lines that run it, or ran it
 */
public record ShapeChange(String shape, int before, int now, List<String> places) {

    /** Copies the places. */
    public ShapeChange {
        places = List.copyOf(places);
    }
}
