package jp.otodoke.shared.figures;

import java.util.List;

/** The figures of a module. */
public interface Figures {
    List<Figure> figures();
}
