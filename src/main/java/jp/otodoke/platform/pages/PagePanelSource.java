package jp.otodoke.platform.pages;

import java.util.List;

/** The panels that a module has on pages of others. */
public interface PagePanelSource {
    /**
     * @param kind of the page: {@code order}, {@code customer} or {@code statement}
     * @param number of what it shows
     */
    List<PagePanel> of(String kind, String number);
}
