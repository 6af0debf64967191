package jp.otodoke.partners.simulators;

import jp.otodoke.partners.sftp.DemoSftp;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A partner that dies takes its open connections along. */
@Component
@Profile("demo")
class DyingPartners {
    private final DemoSftp sftp;

    DyingPartners(DemoSftp sftp) {
        this.sftp = sftp;
    }

    @EventListener
    void on(FaultSwitch turned) {
        if (turned.on() && turned.fault().equals(Fault.DEAD.code())) {
            sftp.drop(turned.partner());
        }
    }
}
