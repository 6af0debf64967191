package jp.otodoke.platform.pages;

import java.util.List;

/** The panels a module has on the first page. */
public interface HomePanelSource {
    List<HomePanel> panels();
}
