package jp.otodoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table has one owner; others read its published views or ask its API. There are no exceptions. */
@UnitTest
class SqlBoundariesTests {
    private static final String MIGRATIONS = "resources/db/migration/";

    private final SqlBoundaries project = new SqlBoundaries(Path.of("src/main"));

    @TempDir
    private Path planted = Path.of("");

    @Test
    void noModuleTouchesTheTablesOfAnother() {
        assertThat(project.breaches()).isEmpty();
    }

    @Test
    void everyTableHasOneOwner() {
        assertThat(project.createdTwice()).isEmpty();
        assertThat(project.owners())
                .containsEntry("orders", "orders")
                .containsEntry("outbox_message", "partners/exchange")
                .containsEntry("order_draft", "desk/orderentry")
                .containsEntry("sim_parcel", "demo")
                .hasSizeGreaterThan(90);
    }

    @Test
    void everyViewOfAnotherModulesUseIsPublishedByItsName() {
        assertThat(project.published()).contains("orders_order_view", "workflow_running_case_view");
        assertThat(project.owners().keySet())
                .filteredOn(name -> name.endsWith("_view"))
                .allSatisfy(view -> assertThat(project.published()).contains(view));
    }

    @BeforeEach
    void plantTwoModules() throws IOException {
        plant(
                MIGRATIONS + "orders/V1__orders.sql",
                """
                create table orders (number text primary key);
                create table order_line (number text references orders);
                create table order_note (number text references orders);
                create view orders_order_view as select number from orders;
                create view order_secret as select number from orders;
                """);
        plant(
                MIGRATIONS + "partners/exchange/V2__exchange.sql",
                "create table message (number text references orders);\ncreate index message_by_number on message (number);");
        plant("java/jp/otodoke/orders/web/OrderList.java", "String sql = \"select * from orders\";");
    }

    @Test
    void findsNothingWhereEverybodyKeepsToTheOwnTablesAndPublishedViews() throws IOException {
        plant(
                "java/jp/otodoke/partners/exchange/Fine.java",
                """
                /** Reads from orders what it needs. */
                class Fine {
                    String ours = "select m.number from message m join orders_order_view o using (number) where kind = 'from orders'";
                    String time = "select extract(epoch from orders.at) from message -- from orders";
                }
                """);

        assertThat(new SqlBoundaries(planted).breaches()).isEmpty();
    }

    @Test
    void findsForeignTablesInJoinsCommasSubqueriesAndWrites() throws IOException {
        breach("select * from message m, order_line l", "order_line of orders");
        breach("select * from message m join orders o on true", "orders of orders");
        breach("select * from message m left join (order_line l cross join message) on true", "order_line of orders");
        breach("select (select max(number) from public.orders) from message", "orders of orders");
        breach(
                "with x as (select 1), y as (delete from order_line returning 1) select * from x, y",
                "order_line of orders");
        breach("insert into order_note (number) values (1)", "order_note of orders");
        breach("update orders set number = 1", "orders of orders");
        breach("select number from order_secret for update", "order_secret of orders");
        breach("alter table orders disable trigger all", "orders of orders");
        breach("create index x on orders (number)", "orders of orders");
        breach("truncate order_line", "order_line of orders");
        breach("select * from act_ru_job", "act_ru_job of workflow");
    }

    private void breach(String sql, String expected) throws IOException {
        plant("java/jp/otodoke/partners/exchange/Breach.java", "String sql = \"" + sql + "\";");

        assertThat(new SqlBoundaries(planted).breaches())
                .as(sql)
                .containsExactly("java/jp/otodoke/partners/exchange/Breach.java: " + expected);
    }

    @Test
    void findsThemInTextBlocksAndInWhatIsPutTogetherOfStrings() throws IOException {
        plant(
                "java/jp/otodoke/partners/exchange/Breach.java",
                """
                class Breach {
                    private static final String TABLE = "order_line";
                    String joined = "select * from " + TABLE + " where true";
                    String block = \"""
                            select * from message
                              join orders using (number)
                            \""";
                }
                """);

        assertThat(new SqlBoundaries(planted).breaches())
                .containsExactly(
                        "java/jp/otodoke/partners/exchange/Breach.java: order_line of orders",
                        "java/jp/otodoke/partners/exchange/Breach.java: orders of orders");
    }

    @Test
    void findsATableThatNobodyCanSee() throws IOException {
        plant("java/jp/otodoke/partners/exchange/Hidden.java", "String sql = \"select count(*) from \" + table;");
        plant(
                "java/jp/otodoke/partners/exchange/Put.java",
                "String sql = \"select count(*) from %s where true\".formatted(table);");

        assertThat(new SqlBoundaries(planted).breaches())
                .containsExactly(
                        "java/jp/otodoke/partners/exchange/Hidden.java: a table that is put in later",
                        "java/jp/otodoke/partners/exchange/Put.java: a table that is put in later");
    }

    @Test
    void findsThemInScriptsMigrationsAndMappings() throws IOException {
        plant("resources/jp/otodoke/demo/data/history.sql", "insert into order_note select 1;");
        plant(MIGRATIONS + "partners/shop/V3__shop.sql", "create view shop_list_view as select * from message;");
        plant("java/jp/otodoke/desk/order/Mapped.java", "@Entity\n@Table(name = \"orders\")\nclass Mapped {}");
        plant("java/jp/otodoke/desk/order/OrderLine.java", "@Entity\nclass OrderLine {}");

        assertThat(new SqlBoundaries(planted).breaches())
                .containsExactly(
                        "java/jp/otodoke/desk/order/Mapped.java: orders of orders",
                        "java/jp/otodoke/desk/order/OrderLine.java: order_line of orders",
                        "resources/db/migration/partners/shop/V3__shop.sql: message of partners/exchange",
                        "resources/jp/otodoke/demo/data/history.sql: order_note of orders");
    }

    private void plant(String file, String text) throws IOException {
        var path = planted.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
