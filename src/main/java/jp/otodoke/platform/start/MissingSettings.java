package jp.otodoke.platform.start;

import java.util.List;

/** Settings without which production cannot start. */
class MissingSettings extends RuntimeException {
    MissingSettings(List<String> problems) {
        super(String.join("\n", problems));
    }
}
