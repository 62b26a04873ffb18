package fr.ecolhuma.etreprof.api.edge.pace;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;

/** A connection whose reads fail once its caller is too slow; every byte of a request passes through here. */
final class PacedChannel extends NioChannel {

    /** Read in about 10 µs. */
    private static final int TURN = 16 << 10;

    private final Pace pace;
    private int readInTurn;

    PacedChannel(SocketBufferHandler buffers, Pace pace) {
        super(buffers);
        this.pace = pace;
    }

    /** The request is over; the next one has its own time. */
    void rest() {
        pace.rest();
    }

    @Override
    public void reset(SocketChannel channel, NioEndpoint.NioSocketWrapper wrapper) throws IOException {
        rest();
        super.reset(channel, wrapper);
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int read = super.read(into);
        pace.wanted(read, System.nanoTime());
        if (pace.isTooSlow()) {
            throw new SocketTimeoutException("the caller sends too slowly");
        }
        takeTurns(read);
        return read;
    }

    /** Others who read have their turn, so that a small request does not wait for all large bodies that have arrived. */
    @SuppressWarnings("ThreadPriorityCheck") // a virtual thread yields to the others of its scheduler, in their order
    private void takeTurns(int read) {
        readInTurn += Math.max(0, read);
        if (readInTurn >= TURN) {
            readInTurn = 0;
            Thread.yield();
        }
    }
}
