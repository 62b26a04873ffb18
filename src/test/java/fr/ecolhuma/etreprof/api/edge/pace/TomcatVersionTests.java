package fr.ecolhuma.etreprof.api.edge.pace;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.catalina.util.ServerInfo;
import org.junit.jupiter.api.Test;

/** The pace is kept inside classes of Tomcat that promise nothing to who extends them. */
class TomcatVersionTests {

    private static final String WRITTEN_FOR = "11.0.27.0";

    @Test
    void thisIsTheTomcatThatThePaceWasWrittenFor() {
        assertThat(ServerInfo.getServerNumber())
                .withFailMessage("""
                        found Tomcat %s, expected %s, which api.edge.pace was written for. Look whether its \
                        NioEndpoint.createChannel, NioChannel.read and reset and Http11Processor.service still do what \
                        PacedEndpoint, PacedChannel and PacedProtocol rely on, run SlowCallerTests and FramingTests, then \
                        write the new version here""", ServerInfo.getServerNumber(), WRITTEN_FOR)
                .isEqualTo(WRITTEN_FOR);
    }
}
