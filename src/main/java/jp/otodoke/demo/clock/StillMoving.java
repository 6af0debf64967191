package jp.otodoke.demo.clock;

import java.util.List;

/** Work did not complete in time. */
public class StillMoving extends RuntimeException {
    private final transient List<String> moving;

    StillMoving(List<String> moving) {
        super(String.join(", ", moving));
        this.moving = List.copyOf(moving);
    }

    public List<String> moving() {
        return moving;
    }
}
