package jp.otodoke.subscriptions;

/** To which side a delivery moves if its day is closed. */
public enum Shift {
    BEFORE(-1),
    AFTER(1);

    private final int step;

    Shift(int step) {
        this.step = step;
    }

    int step() {
        return step;
    }
}
