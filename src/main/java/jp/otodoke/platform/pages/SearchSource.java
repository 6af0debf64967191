package jp.otodoke.platform.pages;

import java.util.List;

/** Finds what a module has for the one search. */
public interface SearchSource {
    /** Its place among all. */
    int place();

    /** At most so many, in the order in which they are shown; only what the one who asks may see. */
    List<SearchHit> find(SearchTerm term, int limit);
}
