package jp.otodoke.documents;

import java.util.List;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a batch is to be about: what leaves on a day, accounts closed to a day, or customers with a movement in a month, as far as no
 * batch has it.
 */
@Component
class DocumentsToIssue {
    private static final String NOTES =
            """
            select s.shipment_number as subject from fulfilment_shipment_view s
             where s.ship_date = :first and s.status not in ('PLANNED', 'CANCELLED')
            """;
    /** Sales on account stand on statements, which have their tax. */
    private static final String INVOICES =
            """
            select distinct l.order_number as subject from fulfilment_shipment_view s
              join fulfilment_shipment_line_view l on l.shipment_number = s.shipment_number and l.kind = 'GOODS' and l.shipped > 0
              join payments_receivable_view r on r.number = l.order_number and r.method <> 'INVOICE' and not r.by_statement
             where s.ship_date = :first
            """;

    private static final String STATEMENT_INVOICES =
            """
            select s.number as subject from payments_statement_view s where s.closing_date = :first and s.state = 'ISSUED'
            """;

    private static final String STATEMENTS =
            """
            select distinct e.customer_number as subject from payments_receivable_entry_view e
             where e.at >= :start and e.at < :end and e.customer_number is not null
            """;

    private final JdbcClient jdbc;

    DocumentsToIssue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Numbers of shipments, orders, statement invoices or customers, the lowest first. */
    List<String> next(BatchScope scope, int most) {
        return jdbc.sql(
                        "with wanted as (" + wanted(scope.kind())
                                + """
                        )
                        select w.subject from wanted w
                         where not exists (select 1 from document_batch b join document_batch_item i on i.batch_id = b.id
                                            where b.kind = :kind and b.from_day = :first and i.subject = w.subject
                                              and (i.document_id is not null or b.state = 'RUNNING'))
                         order by w.subject limit :most
                        """)
                .param("kind", scope.kind().name())
                .param("first", scope.from())
                .param("start", scope.from().atStartOfDay(BusinessClock.TOKYO).toOffsetDateTime())
                .param(
                        "end",
                        scope.to().plusDays(1).atStartOfDay(BusinessClock.TOKYO).toOffsetDateTime())
                .param("most", most)
                .query(String.class)
                .list();
    }

    private static String wanted(DocumentKind kind) {
        return switch (kind) {
            case DELIVERY_NOTE -> NOTES;
            case INVOICE -> INVOICES;
            case STATEMENT_INVOICE -> STATEMENT_INVOICES;
            default -> STATEMENTS;
        };
    }
}
