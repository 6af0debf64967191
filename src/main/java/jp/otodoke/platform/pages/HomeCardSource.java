package jp.otodoke.platform.pages;

import java.util.List;

/** What a module shows on the first page. */
public interface HomeCardSource {
    List<HomeCard> cards();
}
