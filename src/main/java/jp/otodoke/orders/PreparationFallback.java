package jp.otodoke.orders;

import java.util.function.Function;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Orders that can't be prepared as they are placed are placed nevertheless, and prepared by their processes. */
public final class PreparationFallback {
    private static final Logger log = LoggerFactory.getLogger(PreparationFallback.class);

    private PreparationFallback() {}

    /** @param work places orders with the given preparation, each time in a transaction of its own */
    public static <T> T place(Function<Preparation, T> work) {
        try {
            return work.apply(Preparation.NOW);
        } catch (InvalidInput | Refusal refused) {
            throw refused;
        } catch (RuntimeException fault) {
            log.warn("An order could not be prepared as it was placed; its process prepares it", fault);
            return work.apply(Preparation.LATER);
        }
    }
}
