package jp.otodoke.demo.simulators;

import java.util.Optional;
import jp.otodoke.shared.OrderNumber;

/** Who pays for an order. */
interface Payers {
    /** The payer's name in kana, an empty text if unknown; empty if nobody pays for this order any more. */
    Optional<String> kana(OrderNumber orderNumber);
}
