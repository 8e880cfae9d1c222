//! How often somebody may be wrong, for each address a connection comes from, by the application's clock. Only wrong
//! tries count, and what is right is never refused: a whole office shares one address, and behind a proxy that is not
//! trusted everybody.

use std::hash::Hash;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use actix_web::HttpRequest;
use governor::clock::{Clock as _, Reference};
use governor::middleware::NoOpMiddleware;
use governor::nanos::Nanos;
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};
use jiff::SignedDuration;

use super::client;
use crate::clock::{Clock, Moment};
use crate::config::Proxies;

/// So many at once; then one more after each pause.
pub const AT_ONCE: u32 = 30;
pub const PAUSE: Duration = Duration::from_secs(10);
/// Past so many that are counted apart, those that are quiet are forgotten.
const MOST: usize = 10_000;

/// So many at once, then one more after each pause, for each `K`.
#[derive(Clone)]
pub struct Pace<K: Clone + Hash + Eq> {
    limiter: Arc<RateLimiter<K, HashMapStateStore<K>, Ticks, NoOpMiddleware<Instant>>>,
    ticks: Ticks,
}

impl<K: Clone + Hash + Eq> Pace<K> {
    pub fn new(clock: &Clock, at_once: u32, pause: Duration) -> Self {
        let ticks = Ticks(clock.clone());
        let quota = Quota::with_period(pause).unwrap_or_else(|| Quota::per_minute(NonZeroU32::MIN));
        let quota = quota.allow_burst(NonZeroU32::new(at_once).unwrap_or(NonZeroU32::MIN));
        Self { limiter: Arc::new(RateLimiter::new(quota, HashMapStateStore::default(), ticks.clone())), ticks }
    }

    /// Counts one more; how long to wait when there were too many.
    pub fn wait(&self, of: &K) -> Option<Duration> {
        if self.limiter.len() > MOST {
            self.limiter.retain_recent();
        }
        self.limiter.check_key(of).err().map(|refused| refused.wait_time_from(self.ticks.now()))
    }
}

#[derive(Clone)]
pub struct Tries {
    pace: Pace<Option<IpAddr>>,
    proxies: Arc<Proxies>,
}

impl Tries {
    pub fn new(clock: &Clock, proxies: &Proxies) -> Self {
        Self { pace: Pace::new(clock, AT_ONCE, PAUSE), proxies: Arc::new(proxies.clone()) }
    }

    /// Counts a wrong try; how long to wait when there were too many.
    pub fn wrong(&self, req: &HttpRequest) -> Option<Duration> {
        self.pace.wait(&client::address(req, &self.proxies))
    }
}

/// The application's clock as the limiter reads it.
#[derive(Clone)]
struct Ticks(Clock);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Instant(Moment);

impl governor::clock::Clock for Ticks {
    type Instant = Instant;

    fn now(&self) -> Instant {
        Instant(self.0.now())
    }
}

impl std::ops::Add<Nanos> for Instant {
    type Output = Self;

    fn add(self, duration: Nanos) -> Self {
        Self(self.0.plus(signed(duration)))
    }
}

fn signed(duration: Nanos) -> SignedDuration {
    SignedDuration::try_from(Duration::from(duration)).unwrap_or(SignedDuration::MAX)
}

impl Reference for Instant {
    fn duration_since(&self, earlier: Self) -> Nanos {
        let passed = self.0.to_jiff().duration_since(earlier.0.to_jiff());
        Duration::try_from(passed).unwrap_or_default().into()
    }

    fn saturating_sub(&self, duration: Nanos) -> Self {
        Self(self.0.minus(signed(duration)))
    }
}
