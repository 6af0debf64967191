package jp.otodoke.desk.order;

import jp.otodoke.fulfilment.SplitShipment;
import jp.otodoke.fulfilment.UndoSplit;
import jp.otodoke.platform.pages.PageFrame;
import jp.otodoke.platform.web.FlashMessages;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Splits a shipment of an order that waits for stock, and undoes it. */
@Controller
class SplitPage {
    private final SplitShipment splitShipment;
    private final UndoSplit undoSplit;
    private final PageFrame pageFrame;
    private final FlashMessages flashMessages;

    SplitPage(SplitShipment splitShipment, UndoSplit undoSplit, PageFrame pageFrame, FlashMessages flashMessages) {
        this.splitShipment = splitShipment;
        this.undoSplit = undoSplit;
        this.pageFrame = pageFrame;
        this.flashMessages = flashMessages;
    }

    @PostMapping("/orders/{order}/shipments/{shipment}/split")
    String split(@PathVariable OrderNumber order, @PathVariable ShipmentNumber shipment, RedirectAttributes flash) {
        flashMessages.show(flash, () -> {
            splitShipment.split(order, shipment, pageFrame.user());
            return "order.done.split";
        });
        return "redirect:/orders/" + order;
    }

    @PostMapping("/orders/{order}/shipments/{shipment}/unsplit")
    String unsplit(@PathVariable OrderNumber order, @PathVariable ShipmentNumber shipment, RedirectAttributes flash) {
        flashMessages.show(flash, () -> {
            undoSplit.undo(order, shipment, pageFrame.user());
            return "order.done.unsplit";
        });
        return "redirect:/orders/" + order;
    }
}
