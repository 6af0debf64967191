package jp.otodoke.demo.simulators;

import jp.otodoke.demo.sftp.DemoSftp;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Closes the open connections of a partner whose server goes down. */
@Component
@Profile("demo")
class DisconnectDeadPartners {
    private final DemoSftp sftp;

    DisconnectDeadPartners(DemoSftp sftp) {
        this.sftp = sftp;
    }

    @EventListener
    void on(FaultSwitch turned) {
        if (turned.on() && turned.fault().equals(Fault.DEAD.code())) {
            sftp.disconnect(turned.partner());
        }
    }
}
