package jp.otodoke.partners.shop;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The formats an order file may have. */
@Component
class OrderFormats {
    private final List<OrderFormat> formats;

    OrderFormats(List<OrderFormat> formats) {
        this.formats = formats;
    }

    Optional<OrderFormat> find(String code) {
        return formats.stream().filter(format -> format.code().equals(code)).findFirst();
    }

    Optional<OrderFormat> ofChannel(String channel) {
        return formats.stream()
                .filter(format -> format.channel().equals(channel))
                .findFirst();
    }

    List<String> codes() {
        return formats.stream().map(OrderFormat::code).sorted().toList();
    }
}
