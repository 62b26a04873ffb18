package fr.ecolhuma.etreprof.api.edge.pace;

import java.io.IOException;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * The container's HTTP, on connections with a lowest pace; public since the container creates it by its name.
 *
 * <p>The container's own time limits begin again with each byte: they never end for a caller who sends byte by byte.
 */
public final class PacedProtocol extends Http11NioProtocol {

    /** Without a pace yet. */
    public PacedProtocol() {
        super(new PacedEndpoint());
    }

    void setPace(PaceSettings settings) {
        ((PacedEndpoint) getEndpoint()).setPace(settings);
    }

    @Override
    protected Processor createProcessor() {
        return new Http11Processor(this, getAdapter()) {
            @Override
            public SocketState service(SocketWrapperBase<?> connection) throws IOException {
                SocketState state = super.service(connection);
                if (state == SocketState.OPEN && connection.getSocket() instanceof PacedChannel channel) {
                    channel.rest();
                }
                return state;
            }
        };
    }
}
