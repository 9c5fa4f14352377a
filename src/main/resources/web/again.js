// A page without a parcel yet: read again after a while.
const { again } = document.querySelector('.trouble').dataset;
setTimeout(() => location.reload(), Number(again) * 1000);
