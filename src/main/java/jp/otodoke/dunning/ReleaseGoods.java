package jp.otodoke.dunning;

import jp.otodoke.fulfilment.ChangeRequests;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Releases what a case has put on hold, unless somebody has released it, or another case wants it held. */
@Component
public class ReleaseGoods {
    private final JdbcClient jdbc;
    private final ChangeRequests changes;

    ReleaseGoods(JdbcClient jdbc, ChangeRequests changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    @Transactional
    public void release(long id) {
        jdbc.sql(
                        """
                        with mine as (delete from dunning_hold where case_id = :id returning order_number)
                        select m.order_number from mine m join orders_order_view o on o.order_number = m.order_number
                         where o.on_hold and not exists (select 1 from dunning_hold h
                                                          where h.order_number = m.order_number and h.case_id <> :id)
                         order by 1
                        """)
                .param("id", id)
                .query(String.class)
                .list()
                .forEach(order -> changes.release(OrderNumber.of(order), CurrentStaff.SYSTEM));
    }
}
