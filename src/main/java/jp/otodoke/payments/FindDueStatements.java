package jp.otodoke.payments;

import java.time.LocalDate;
import java.util.List;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a customer on account has not paid in time, by statement. */
@Component
public class FindDueStatements {
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    FindDueStatements(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The oldest first; what is due today is not overdue. */
    @Transactional(readOnly = true)
    public List<DueStatement> of(CustomerNumber customer) {
        return jdbc.sql(
                        """
                        select statement, min(due_by) as due_by, sum(open) as open from payments_due_view
                         where customer_number = :customer and statement is not null and due_by < :today
                         group by statement order by 2, 1
                        """)
                .param("customer", customer.value())
                .param("today", clock.today())
                .query((row, n) -> new DueStatement(
                        StatementNumber.of(row.getString("statement")),
                        row.getObject("due_by", LocalDate.class),
                        Yen.of(row.getLong("open"))))
                .list();
    }
}
