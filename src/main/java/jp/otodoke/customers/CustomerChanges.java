package jp.otodoke.customers;

import java.time.OffsetDateTime;
import java.util.List;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The change history of customers; entries are only added. */
@Service
public class CustomerChanges {
    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final CurrentStaff staff;

    CustomerChanges(JdbcClient jdbc, BusinessClock clock, CurrentStaff staff) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.staff = staff;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<CustomerChange> of(CustomerNumber number) {
        return jdbc.sql(
                        """
                        select changed_at, changed_by, field, before, after
                        from customer_change where customer_number = :number order by id desc""")
                .param("number", number.value())
                .query((row, i) -> new CustomerChange(
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getString("changed_by"),
                        row.getString("field"),
                        row.getString("before"),
                        row.getString("after")))
                .list();
    }

    void record(CustomerNumber number, List<FieldChange> changes) {
        for (var change : changes) {
            jdbc.sql(
                            """
                            insert into customer_change
                                (customer_number, changed_at, changed_by, field, before, after)
                            values (:number, :at, :by, :field, :before, :after)""")
                    .param("number", number.value())
                    .param("at", OffsetDateTime.ofInstant(clock.instant(), BusinessClock.TOKYO))
                    .param("by", staff.name())
                    .param("field", change.field())
                    .param("before", change.before())
                    .param("after", change.after())
                    .update();
        }
    }
}
