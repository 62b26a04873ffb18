/**
 * What a request meets, in this order. Each station may answer; then the later ones do not see the request.
 *
 * <ol>
 *   <li><b>pace</b>: {@code PacedProtocol} cuts off a caller who sends too slowly.
 *   <li><b>watch</b>: {@code RequestWatch} starts the clock and takes up the caller's trace; at the end it counts and logs.
 *   <li><b>proxies</b>: {@code RemoteIpValve} takes the caller's address from the headers of trusted proxies.
 *   <li><b>fast: headers</b>: {@code HeadersValve} gives every answer its fixed headers.
 *   <li><b>fast: common bodies</b>: {@code CommonBodiesValve} answers what is the same for everyone.
 *   <li><b>fast: personal bodies</b>: {@code PersonalBodiesValve} answers profiles, after the same rules as below.
 *   <li><b>access</b>: {@code HeaderWriterFilter} forbids caching, {@code CorsFilter} refuses pages of other origins, {@code
 *       CallerFilter} finds who calls and takes from the allowance, {@code AuthorizationFilter} asks the rules by path.
 *   <li><b>controller</b>: {@code DispatcherServlet} finds the controller, which parses and answers.
 *   <li><b>problem</b>: {@code ProblemReportValve} and {@code ProblemFilter} stand around access and controller; what these
 *       throw, or Tomcat refuses, becomes a status and a problem in {@code api.problem} alone.
 * </ol>
 *
 * <p>A test holds this list against the order in which the running service has them.
 */
@NullMarked
package fr.ecolhuma.etreprof.api.edge;

import org.jspecify.annotations.NullMarked;
