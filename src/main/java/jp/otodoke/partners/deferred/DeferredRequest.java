package jp.otodoke.partners.deferred;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import jp.otodoke.payments.DeferredCall;
import jp.otodoke.payments.DeferredOrder;
import jp.otodoke.payments.DeferredOrder.Goods;
import jp.otodoke.payments.DeferredOrder.Person;

/** A call as the provider reads it, see {@code docs/partners/deferred.md}; each names one transaction of a list. */
record DeferredRequest(String path, Map<String, Object> body) {
    /** The invoice is sent by the provider (別送). */
    private static final String SENT_BY_PROVIDER = "02";

    /** @param carrier the provider's code of the carrier of a report; not used for anything else */
    static DeferredRequest of(DeferredCall call, String carrier) {
        return switch (call.kind()) {
            case REGISTER -> new DeferredRequest("/transactions", list(content(call)));
            case UPDATE -> new DeferredRequest(path(call), list(content(call)));
            case REDUCE -> new DeferredRequest(path(call), list(reduction(call)));
            case CANCEL, FIND -> new DeferredRequest(path(call), list(ids(call)));
            case REPORT -> new DeferredRequest("/shipments", list(report(call, carrier)));
        };
    }

    private static String path(DeferredCall call) {
        return "/transactions/" + call.kind().name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> list(Map<String, Object> transaction) {
        return Map.of("transactions", List.of(transaction));
    }

    private static Map<String, Object> ids(DeferredCall call) {
        var ids = new LinkedHashMap<String, Object>();
        ids.put("shop_transaction_id", call.ownId());
        if (call.providerId() != null) {
            ids.put("np_transaction_id", call.providerId());
        }
        return ids;
    }

    private static Map<String, Object> report(DeferredCall call, String carrier) {
        var report = ids(call);
        report.put("pd_company_code", carrier);
        report.put("slip_no", Objects.requireNonNull(call.slipNo()).replace("-", ""));
        return report;
    }

    /** What is left gets a number of its own, which the provider answers with one of its own, too. */
    private static Map<String, Object> reduction(DeferredCall call) {
        var reduced = content(call);
        reduced.put("new_shop_transaction_id", Objects.requireNonNull(call.newId()));
        return reduced;
    }

    private static Map<String, Object> content(DeferredCall call) {
        DeferredOrder order = Objects.requireNonNull(call.content());
        var content = ids(call);
        content.put("shop_order_date", order.orderedOn().toString());
        content.put("settlement_type", SENT_BY_PROVIDER);
        content.put("billed_amount", order.amount().amount());
        var customer = person(order.buyer());
        if (order.email() != null) {
            customer.put("email", order.email());
        }
        content.put("customer", customer);
        content.put(
                "dest_customers",
                order.destinations().stream().map(DeferredRequest::person).toList());
        content.put("goods", order.goods().stream().map(DeferredRequest::goods).toList());
        return content;
    }

    private static Map<String, Object> person(Person person) {
        var written = new LinkedHashMap<String, Object>();
        written.put("customer_name", person.name());
        if (!person.kana().isEmpty()) {
            written.put("customer_name_kana", person.kana());
        }
        written.put("zip_code", person.address().postalCode());
        written.put("address", person.address().oneLine());
        written.put("tel", person.phone().replace("-", ""));
        return written;
    }

    private static Map<String, Object> goods(Goods goods) {
        var written = new LinkedHashMap<String, Object>();
        written.put("goods_name", goods.name());
        written.put("goods_price", goods.price().amount());
        written.put("quantity", goods.quantity());
        return written;
    }
}
