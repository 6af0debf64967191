package jp.otodoke.desk;

import java.sql.Timestamp;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.orders.PlaceOrder;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Places what was typed into the form; the same form sent again gives the order that it made before. */
@Component
class EnterOrder {
    private final PlaceOrder placeOrder;
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    EnterOrder(PlaceOrder placeOrder, JdbcClient jdbc, BusinessClock clock) {
        this.placeOrder = placeOrder;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A second sender waits here for the first one's transaction. */
    @Transactional
    public String enter(String token, NewOrder order) {
        var first = jdbc.sql("insert into form_token (token, used_at) values (:token, :now) on conflict do nothing")
                        .param("token", token)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
        if (!first) {
            return jdbc.sql("select made from form_token where token = :token")
                    .param("token", token)
                    .query(String.class)
                    .single();
        }
        var number = placeOrder.place(order).orderNumber();
        jdbc.sql("update form_token set made = :made where token = :token")
                .param("made", number)
                .param("token", token)
                .update();
        return number;
    }
}
