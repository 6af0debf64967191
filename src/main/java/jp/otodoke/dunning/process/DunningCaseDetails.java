package jp.otodoke.dunning.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import jp.otodoke.workflow.CaseDetails;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Details of cases shown in the process view. */
@Component
class DunningCaseDetails implements CaseDetails {
    private static final String VALUES =
            "select 'D' || cast(id as text) as business_key, amount as yen, id, order_number from dunning_case";

    private final JdbcClient jdbc;

    DunningCaseDetails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String process() {
        return DunningProcess.PROCESS;
    }

    @Override
    public String valueQuery() {
        return "select business_key, yen from (" + VALUES + ") v";
    }

    @Override
    public Map<String, Details> of(Collection<String> keys) {
        return jdbc
                .sql(VALUES + " where 'D' || cast(id as text) = any(:keys)")
                .param("keys", keys.toArray(String[]::new))
                .query(DunningCaseDetails::row)
                .list()
                .stream()
                .collect(Collectors.toMap(Row::businessKey, Row::details));
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getString("business_key"),
                Yen.of(row.getLong("yen")),
                row.getLong("id"),
                row.getString("order_number"));
    }

    private record Row(String businessKey, Yen worth, long id, @Nullable String orderNumber) {
        private Details details() {
            return new Details(
                    worth,
                    "/dunning/" + id,
                    null,
                    orderNumber == null ? List.of() : List.of(OrderNumber.of(orderNumber)));
        }
    }
}
