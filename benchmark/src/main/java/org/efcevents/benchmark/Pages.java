package org.efcevents.benchmark;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One visitor asks for the same page again and again. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class Pages {

    /** What is asked for. */
    @Param
    public Page page;

    private Visitor visitor;
    private String path;
    private String etag;

    /** Comes to the preview server of this process. */
    @Setup
    public void come() throws IOException {
        visitor = new Visitor(Measurements.address());
        path = page.path(Measurements.events());
        etag = page.isConditional() ? visitor.etag(path) : null;
    }

    /** From the request to the last byte of the answer. */
    @Benchmark
    public long answer() throws IOException {
        return visitor.read(path, etag);
    }
}
