package jp.otodoke.mothers;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rows as no use case leaves them: what a fault, a lost process or somebody at the database would do, for tests of what
 * notices it or goes on all the same. In the transaction of the caller, if there is one.
 */
@TestComponent
public class Corrupt {
    public static final String REFUSED_ALLOCATION = "stock_allocation_refused";

    private static final String REFUSED_SHIPMENT = "shipment_line_refused";

    private static final String CASE =
            "select id_ from act_ru_execution where business_key_ = ? and parent_id_ is null";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Corrupt(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** A morning on which no case was opened, whatever was overdue. */
    public void dunningOpenedNothing(LocalDate day, Instant at) {
        transaction.executeWithoutResult(status -> jdbc.sql(
                        """
                        insert into dunning_run (day, ran_at, opened, ended, ledger_mark)
                        select ?, ?, 0, 0, mark from payments_ledger_mark_view
                        """)
                .params(day, Timestamp.from(at))
                .update());
    }

    /** A subscription of something that the catalogue has lost, or has found again. */
    public void subscribedTo(String subscription, String product) {
        update("update subscription_item set sku = ? where subscription_number = ?", product, subscription);
    }

    /** A subscription whose card nobody can decrypt, so that making its order fails. */
    public void subscriptionBroken(String subscription) {
        update(
                "update subscription set payment_method = 'CREDIT_CARD', card_token = 'unreadable' where number = ?",
                subscription);
    }

    /** A payment that no code can read, so that every step that asks for it fails. */
    public void paymentBroken(String order) {
        update("update receivable set status = 'BROKEN' where number = ?", order);
    }

    public void paymentCorrected(String order) {
        update("update receivable set status = 'PENDING' where number = ?", order);
    }

    public void allPaymentsCorrected() {
        update("update receivable set status = 'PENDING' where status = 'BROKEN'");
    }

    /** An order that no code can read. */
    public void orderBroken(String order) {
        update("update orders set shop_payment = 'BROKEN' where order_number = ?", order);
    }

    public void orderCorrected(String order) {
        update("update orders set shop_payment = 'NONE' where order_number = ?", order);
    }

    /** The database accepts no allocation for this order. */
    public void allocationRefused(String order) {
        update("alter table stock_allocation add constraint %s check (order_number <> '%s') not valid"
                .formatted(REFUSED_ALLOCATION, order));
    }

    /** The database accepts no allocation of this article. */
    public void allocationOfRefused(String sku) {
        update("alter table stock_allocation add constraint %s check (sku <> '%s') not valid"
                .formatted(REFUSED_ALLOCATION, sku));
    }

    public void allocationsAccepted() {
        update("alter table stock_allocation drop constraint if exists " + REFUSED_ALLOCATION);
    }

    /** The database accepts no shipment of this order. */
    public void shipmentsRefused(String order) {
        update("alter table shipment_line add constraint %s check (order_number <> '%s') not valid"
                .formatted(REFUSED_SHIPMENT, order));
    }

    public void everyShipmentRefused() {
        update("alter table shipment_line add constraint %s check (false) not valid".formatted(REFUSED_SHIPMENT));
    }

    public void shipmentsAccepted() {
        update("alter table shipment_line drop constraint if exists " + REFUSED_SHIPMENT);
    }

    public void paymentMethod(String order, Enum<?> method) {
        update("update receivable set method = ? where number = ?", method.name(), order);
    }

    public void nothingCharged(String order) {
        update("update receivable set charged = 0 where number = ?", order);
    }

    public void orderedByCard(String order) {
        update("update orders set payment_method = 'CREDIT_CARD' where order_number = ?", order);
    }

    public void orderShipped(String order) {
        update("update orders set progress = 'SHIPPED' where order_number = ?", order);
    }

    public void orderUnchecked(String order) {
        update("update orders set check_passed = false where order_number = ?", order);
    }

    /** Its process knows nothing of it. */
    public void orderCompleted(String order) {
        update(
                "update orders set status = 'COMPLETED', status_since = status_since - interval '1 hour' where order_number = ?",
                order);
    }

    public void shipmentStatus(String shipment, Enum<?> status) {
        update("update shipment set status = ? where shipment_number = ?", status.name(), shipment);
    }

    public void cancelResult(String shipment, Enum<?> result) {
        update("update shipment set cancel_result = ? where shipment_number = ?", result.name(), shipment);
    }

    public void deliveryException(String shipment, Enum<?> exception) {
        update("update shipment set delivery_exception = ? where shipment_number = ?", exception.name(), shipment);
    }

    /** All that is there has gone, and so many pieces are written off. */
    public void stockGone(String sku, int pieces) {
        update("delete from stock_allocation where sku = ?", sku);
        update("update stock_balance set on_hand = 0, allocated = 0 where sku = ?", sku);
        update(
                "insert into stock_movement (sku, kind, quantity, reference, at) values (?, 'ADJUSTMENT', ?, 'x', now())",
                sku,
                -pieces);
    }

    /** Without a word in the ledger. */
    public void onHand(String sku, int more) {
        update("update stock_balance set on_hand = on_hand + ? where sku = ?", more, sku);
    }

    /** A group that no version knows any more. */
    public void taskGroup(String key, String group) {
        update("update task set group_name = ? where key = ?", group, key);
    }

    public void unassigned(long task) {
        update("update task set assignee = null where id = ?", task);
    }

    public void taskHistoryRewritten(long task) {
        update("update task_history set who = 'x' where task_id = ?", task);
    }

    public void taskHistoryRemoved(long task) {
        update("delete from task_history where task_id = ?", task);
    }

    /** As if it were done, without the time at which that happened. */
    public void outboxState(String key, String state) {
        update("update outbox_message set state = ? where key = ?", state, key);
    }

    public void outboxDone(String key) {
        update("update outbox_message set state = 'DONE', done_at = created_at where key = ?", key);
    }

    /** Of a stored message so many records are booked. */
    public void bookedRecords(long message, int booked) {
        update("update partner_message set next_record = ? where id = ?", booked, message);
    }

    public void auditEntryChanged(String subject) {
        withAllRights();
        update("update audit_entry set who = 'somebody-else' where subject = ?", subject);
    }

    public void auditEntryRemoved(String subject) {
        withAllRights();
        update("delete from audit_entry where subject = ?", subject);
    }

    public void auditEntryRemovedWithItsSeal(String subject) {
        withAllRights();
        update(
                """
                with gone as (delete from audit_seal where entry_id = (
                    select id from audit_entry where subject = ?) returning entry_id)
                delete from audit_entry where id in (select entry_id from gone)""",
                subject);
    }

    public void auditEntrySlippedIn() {
        withAllRights();
        update(
                """
                insert into audit_entry (at, who, action, subject, detail)
                values (now(), 'x', 'x', 'x', 'slipped in')""");
    }

    public void auditSealsRewritten() {
        update("update audit_seal set hash = ''");
    }

    private void withAllRights() {
        jdbc.sql("set local session_replication_role = replica").update();
    }

    public void subscriptionGone(String businessKey, String step) {
        update(
                "delete from act_ru_event_subscr where activity_id_ = ? and proc_inst_id_ in (%s)".formatted(CASE),
                step,
                businessKey);
    }

    public void timerGone(String businessKey, String timer) {
        update(
                "delete from act_ru_job where handler_cfg_ = ? and process_instance_id_ in (%s)".formatted(CASE),
                timer,
                businessKey);
    }

    public void jobsGone(String businessKey) {
        update("delete from act_ru_job where process_instance_id_ in (%s)".formatted(CASE), businessKey);
    }

    public void callCut(String businessKey) {
        update(
                "update act_ru_execution set super_exec_ = null where business_key_ = ? and super_exec_ is not null",
                businessKey);
    }

    public void businessKeyLost(String businessKey) {
        update("update act_ru_execution set business_key_ = null where business_key_ = ?", businessKey);
    }

    /** As if a colleague had taken it. */
    public void assigned(String task, String colleague) {
        update("update task set assignee = ? where key = ?", colleague, task);
    }

    private void update(String sql, Object... values) {
        transaction.executeWithoutResult(status -> jdbc.sql(sql).params(values).update());
    }
}
