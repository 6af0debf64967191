package jp.otodoke.platform.pages;

import java.util.List;

/** Finds what a module has for the one search. */
public interface SearchSource {
    /** Its place among all. */
    int place();

    /** At most the given number, in display order, restricted to what the user may see. */
    List<SearchHit> find(SearchTerm term, int limit);
}
