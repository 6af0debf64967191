package jp.otodoke.partners.shop;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The formats of order files. */
@Component
class OrderFormats {
    private final List<OrderFormat> formats;

    OrderFormats(List<OrderFormat> formats) {
        this.formats = formats;
    }

    Optional<OrderFormat> ofChannel(String channel) {
        return formats.stream()
                .filter(format -> format.channel().equals(channel))
                .findFirst();
    }
}
