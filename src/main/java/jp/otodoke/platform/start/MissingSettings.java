package jp.otodoke.platform.start;

import java.util.List;

/** What production can't start without. */
class MissingSettings extends RuntimeException {
    MissingSettings(List<String> problems) {
        super(String.join("\n", problems));
    }
}
